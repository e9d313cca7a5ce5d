import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beliefsSchema } from './belief-api'
import { createLearnedPolicy } from './compile-policy'
import { composeBeliefs } from './compose-beliefs'
import { createPosterior } from './posterior'
import { rankPairs } from './rank-pairs'
import { withoutEvidence } from './serialise-posterior'
import { updatePosterior } from './update-posterior'
import { WeightDraws } from './weight-draws'

const SLOTS = [
  { key: 'headline', kind: 'headline' as const, assetIds: ['h1', 'h2', 'h3'] },
  { key: 'image', kind: 'image' as const, assetIds: ['i1', 'i2'] },
]
const learning = {
  reward: 'click' as const,
  explorationFloor: 0.1,
  features: ['device' as const],
}
const candidates = SLOTS.map(({ key, assetIds }) => ({
  slot: key,
  assetIds,
  weights: assetIds.map(() => 1),
}))
const cells = [
  { cell: { device: 'mobile' }, weight: 30 },
  { cell: { device: 'desktop' }, weight: 10 },
]

interface Row {
  device: string
  headline: string
  image: string
  impressions: number
  successes: number
}

function compose(rows: readonly Row[], isCompact = false) {
  const learnt = updatePosterior(
    createPosterior({ slots: ['headline', 'image'], features: ['device'] }),
    rows.map(({ device, headline, image, impressions, successes }) => ({
      ...{ cell: { device }, assets: { headline, image }, impressions, successes },
    })),
  )
  if (learnt.kind !== 'ok') throw new Error(learnt.issues[0]?.message)
  const posterior = isCompact ? withoutEvidence(learnt.posterior) : learnt.posterior
  const policy = createLearnedPolicy(posterior, 3, { explorationFloor: 0.1, constraints: [] })
  const draws = new WeightDraws(posterior, 100, 1)
  return composeBeliefs(
    { slots: SLOTS, learning },
    { posterior, draws, pairs: rankPairs(posterior, draws, candidates, 10) },
    {
      version: 3,
      splitBy: 'device',
      cells,
      shown: new Map([['headline h1', 40]]),
      tables: cells.flatMap(({ cell, weight }) => {
        const table = policy.tableOf(cell, candidates)
        return table ? [{ cell, weight, table }] : []
      }),
      impressions: new Map([['headline h1', 1_000]]),
      fatigue: { kind: 'ok', comparedCount: 0, laterFrom: null, tired: [] },
    },
  )
}

/** h2 is far better; on the phone h1 is. h3 with i2 is better than the sum of its parts. */
function playOut(): Row[] {
  return ['mobile', 'desktop'].flatMap((device) =>
    ['h1', 'h2', 'h3'].flatMap((headline) =>
      ['i1', 'i2'].map((image) => ({
        ...{ device, headline, image, impressions: 40_000 },
        successes:
          400 *
          (headline === 'h2' ? 3 : 1) *
          (headline === 'h1' && device === 'mobile' ? 5 : 1) *
          (headline === 'h3' && image === 'i2' ? 2 : 1),
      })),
    ),
  )
}

describe('composeBeliefs', () => {
  it('tells what was learnt, split by the feature', () => {
    const beliefs = compose(playOut())
    const [headline] = beliefs.slots
    expect(headline?.byValue.map(({ value, share }) => [value, share])).toEqual([
      ['desktop', 0.25],
      ['mobile', 0.75],
    ])
    const favourites = headline?.byValue.map(
      ({ assets }) => assets.toSorted((a, b) => (b.chance ?? 0) - (a.chance ?? 0))[0]?.assetId,
    )
    expect(favourites).toEqual(['h2', 'h1'])
    expect(headline?.assets[0]).toMatchObject({ assetId: 'h1', impressions: 1_000 })
    expect(beliefs.isApproximate).toBe(false)
  })

  it('finds the pair that is more than its parts, and the elements that lag', () => {
    const beliefs = compose(playOut())
    const [pair] = beliefs.pairs
    // h3 with i2 up and h3 with i1 down are two sides of one thing.
    expect(pair?.assets.map(({ assetId }) => assetId)).toContain('h3')
    const best = beliefs.pairs.find(
      ({ assets: [one, other] }) => one.assetId === 'h3' && other.assetId === 'i2',
    )
    expect(best?.effect.lower).toBeGreaterThan(0.1)
    expect(beliefs.laggards).toContainEqual(
      expect.objectContaining({ slot: 'headline', assetId: 'h3' }),
    )
  })

  it('says how much still explores: the floor alone once everything is clear', () => {
    const [headline] = compose(playOut()).slots
    expect(headline?.exploration?.floor).toBeCloseTo((0.1 * 2) / 3, 9)
    expect(headline?.exploration?.exploring).toBeCloseTo((0.1 * 2) / 3, 2)
    const [open] = compose([]).slots
    expect(open?.exploration?.exploring).toBeGreaterThan(0.4)
  })

  it('says when how weights hang together was lost', () => {
    expect(compose(playOut(), true).isApproximate).toBe(true)
  })

  it('is finite, ordered and sums to one, whatever was seen', () => {
    const row = fc.record({
      device: fc.constantFrom('mobile', 'desktop', 'tv'),
      headline: fc.constantFrom('h1', 'h2', 'h3', 'gone'),
      image: fc.constantFrom('i1', 'i2'),
      impressions: fc.integer({ min: 0, max: 100_000 }),
      successes: fc.integer({ min: 0, max: 1_000 }),
    })
    const rows = fc.array(
      row.map((one) => ({ ...one, successes: Math.min(one.successes, one.impressions) })),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, (seen) => {
        // The schema takes no NaN and no infinities.
        const beliefs = beliefsSchema.parse(compose(seen))
        for (const { assets, byValue, exploration } of beliefs.slots) {
          for (const group of [assets, ...byValue.map((value) => value.assets)]) {
            const sum = (valueOf: (asset: (typeof group)[number]) => number) =>
              group.reduce((total, asset) => total + valueOf(asset), 0)
            expect(sum(({ probabilityBest }) => probabilityBest)).toBeCloseTo(1, 9)
            expect(sum(({ chance }) => chance ?? 0)).toBeCloseTo(1, 9)
            for (const { rate, effect } of group) {
              for (const { lower, mean, upper } of [rate, effect]) {
                expect(lower).toBeLessThanOrEqual(mean)
                expect(mean).toBeLessThanOrEqual(upper)
              }
              expect(rate.lower).toBeGreaterThanOrEqual(0)
              expect(rate.upper).toBeLessThanOrEqual(1)
            }
          }
          expect(exploration?.floor).toBeLessThanOrEqual((exploration?.exploring ?? 0) + 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })
})
