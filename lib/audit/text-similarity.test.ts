import { describe, expect, it } from 'vitest'
import { measureSimilarity, NEAR_COPY, toComparable } from './text-similarity'

const similarity = (a: string, b: string) => measureSimilarity(toComparable(a), toComparable(b))

describe('measureSimilarity', () => {
  it('reads as a reader does', () => {
    expect(similarity('Dry feet — always', 'DRY FEET, always!')).toBe(1)
    expect(similarity('Straße frei', 'STRASSE FREI')).toBe(1)
    expect(
      similarity('Dry feet in any weather this autumn', 'Dry feet in any weather, this autumn too'),
    ).toBeGreaterThanOrEqual(NEAR_COPY)
    expect(similarity('Dry feet in any weather', 'Warm hands in any weather')).toBeLessThan(
      NEAR_COPY,
    )
    expect(similarity('Shop boots', 'Shop coats')).toBeLessThan(NEAR_COPY)
  })

  it('knows texts without letters apart from texts with', () => {
    expect(similarity('', 'Sale')).toBe(0)
    expect(similarity('靴', '傘')).toBe(0)
  })
})
