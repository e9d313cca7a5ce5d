import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPreference } from './apply-preference'

const distribution = (probabilities: number[]) => ({
  slot: 'headline',
  assetIds: probabilities.map((_, index) => `h${index}`),
  probabilities,
})

describe('applyPreference', () => {
  it('multiplies, renormalises and shares the floor', () => {
    const { probabilities } = applyPreference(distribution([0.5, 0.25, 0.25]), [1, 4, 2], 0.3)
    // Weighted 0.5 : 1 : 0.5 of 2, then 0.7 of it plus 0.1 each.
    expect(probabilities[0]).toBeCloseTo(0.275, 12)
    expect(probabilities[1]).toBeCloseTo(0.45, 12)
    expect(probabilities[2]).toBeCloseTo(0.275, 12)
  })

  it('is certain of a single asset', () => {
    expect(applyPreference(distribution([1]), [7], 0.3).probabilities).toEqual([1])
  })

  it.each([[[0, 0]], [[Number.NaN, 1]], [[Infinity, 1]]])('takes %j for equal', (probabilities) => {
    expect(applyPreference(distribution(probabilities), [1, 1], 0.2).probabilities).toEqual([
      0.5, 0.5,
    ])
  })

  it('sums to 1 with no asset below its share of the floor', () => {
    const item = fc.record({
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.double({ min: 1, max: 1e6, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (items, floor) => {
          const { probabilities } = applyPreference(
            distribution(items.map(({ chance }) => chance)),
            items.map(({ weight }) => weight),
            floor,
          )
          const sum = probabilities.reduce((total, value) => total + value, 0)
          expect(Math.abs(sum - 1)).toBeLessThan(1e-9)
          expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(floor / items.length)
        },
      ),
    )
  })
})
