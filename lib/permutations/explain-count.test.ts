import { describe, expect, it } from 'vitest'
import { NO_FILTER } from './combination-filter'
import { explainCount } from './explain-count'
import type { SpaceInput } from './space'

const ids = (slot: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${slot}${index}`)

const input: SpaceInput = {
  slots: [
    { key: 'image', assetIds: ids('i', 6) },
    { key: 'headline', assetIds: ids('h', 4) },
    { key: 'cta', assetIds: ids('c', 3) },
  ],
  rules: [
    {
      priority: 1,
      condition: { kind: 'segment', segmentId: 'bargain' },
      effect: { kind: 'exclude', slot: 'headline', assetIds: ['h0'] },
    },
  ],
  constraints: [
    {
      kind: 'never',
      first: { slot: 'image', assetId: 'i0' },
      second: { slot: 'headline', assetId: 'h1' },
    },
  ],
  benchmark: { image: 'i0', headline: 'old', cta: 'c0' },
}

const told = (...args: Parameters<typeof explainCount>) =>
  explainCount(...args).map(({ cause, removed, left }) => [cause.kind, removed, left])

describe('explainCount', () => {
  it('multiplies slots and takes pairs away; what takes nothing is not told', () => {
    expect(told(input, NO_FILTER)).toEqual([
      ['slots', 0n, 72n],
      ['pair', 3n, 69n],
    ])
    const [first] = explainCount(input, NO_FILTER)
    expect(first?.cause).toEqual({
      kind: 'slots',
      factors: [
        { slot: 'image', assets: 6 },
        { slot: 'headline', assets: 4 },
        { slot: 'cta', assets: 3 },
      ],
    })
  })

  it('takes what rules and a segment leave out, then the filter', () => {
    const filter = { only: { cta: ['c1'] }, without: { image: ['i5'] }, segmentId: 'bargain' }
    expect(told(input, filter)).toEqual([
      ['slots', 0n, 72n],
      ['pair', 3n, 69n],
      ['segment', 18n, 51n],
      ['filter', 37n, 14n],
    ])
  })

  it('tells many pairs together', () => {
    const constraints = ids('h', 4).flatMap((headline) =>
      ids('i', 6)
        .slice(1, 3)
        .map((image) => ({
          kind: 'never' as const,
          first: { slot: 'image', assetId: image },
          second: { slot: 'headline', assetId: headline },
        })),
    )
    expect(told({ ...input, constraints }, NO_FILTER).at(-1)).toEqual(['more-pairs', 6n, 48n])
  })
})
