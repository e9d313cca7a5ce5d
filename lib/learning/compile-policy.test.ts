import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '@/lib/decision/policy'
import { createLearnedPolicy } from './compile-policy'
import { createPosterior } from './posterior'
import { parsePosterior, serialisePosterior } from './serialise-posterior'
import { summariseBeliefs } from './summarise-beliefs'
import { updatePosterior } from './update-posterior'
import { WeightDraws } from './weight-draws'

function learnedPosterior() {
  const rows = ['mobile', 'desktop'].flatMap((device) =>
    ['i1', 'i2', 'i3'].map((image) => ({
      cell: { device },
      assets: { image, cta: 'c1' },
      impressions: 20_000,
      // i2 wins on mobile, i3 on the desktop.
      successes: image === (device === 'mobile' ? 'i2' : 'i3') ? 900 : 500,
    })),
  )
  const result = updatePosterior(
    createPosterior({ slots: ['image', 'cta'], features: ['device'] }),
    rows,
  )
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

const posterior = learnedPosterior()
const floor = 0.06
const settings = { explorationFloor: floor, constraints: [] }
const candidates = [
  { slot: 'image', assetIds: ['i1', 'i2', 'i3'], weights: [1, 1, 1] },
  { slot: 'cta', assetIds: ['c1', 'new'], weights: [1, 1] },
]

describe('createLearnedPolicy', () => {
  it('plays what is best in each cell and keeps the floor for the rest', () => {
    const policy = createLearnedPolicy(posterior, 7, settings)
    const mobile = policy.tableOf({ device: 'mobile' }, candidates)?.marginals[0]
    const desktop = policy.tableOf({ device: 'desktop' }, candidates)?.marginals[0]
    expect(mobile?.[1]).toBeGreaterThan(0.9)
    expect(desktop?.[2]).toBeGreaterThan(0.9)
    expect(mobile?.[0]).toBeGreaterThanOrEqual(floor / 3 - 1e-12)
  })

  it('gives an asset it knows nothing about a real chance', () => {
    const policy = createLearnedPolicy(posterior, 7, settings)
    const cta = policy.tableOf({ device: 'mobile' }, candidates)?.marginals[1]
    expect(cta?.[1]).toBeGreaterThan(0.2)
  })

  it('is a pure function of version, cell and candidates, also after a restart', () => {
    const parsed = parsePosterior(serialisePosterior(posterior))
    if (parsed.kind === 'invalid') throw new Error(parsed.issues[0])
    const one = createLearnedPolicy(posterior, 7, settings)
    const two = createLearnedPolicy(parsed.posterior, 7, settings)
    two.tableOf({ device: 'desktop' }, candidates)
    const copy = structuredClone(candidates)
    const read = (policy: Policy, cell: Record<string, string>, of = candidates) => {
      const { picks, probabilities } = policy.tableOf(cell, of) ?? {}
      return { picks, probabilities }
    }
    const expected = read(one, { device: 'mobile' })
    expect(expected.picks?.length).toBeGreaterThan(0)
    expect(read(two, { device: 'mobile', daypart: 'night' }, copy)).toEqual(expected)
    expect(read(one, { device: 'mobile' })).toEqual(expected)
  })

  it('replays what was decided before small models settled sooner', () => {
    const stored = {
      formatVersion: 2,
      ...{ slots: ['image', 'cta'], features: ['device'] },
      priors: {
        ...{ context: 0.04, main: 0.05, interaction: 0.0169, pair: 0.01 },
        intercept: { mean: -3.9, variance: 4 },
      },
      totals: { impressions: 2000, successes: 70 },
      weights: {
        ...{ i: [-3.4, 900], 'c|device|mobile': [0.05, 300], 'm|cta|c1': [0.01, 500] },
        ...{ 'm|image|i1': [-0.1, 400], 'm|image|i2': [0.12, 350], 'm|image|i3': [0.02, 80] },
      },
    }
    const parsed = parsePosterior(JSON.stringify(stored))
    if (parsed.kind === 'invalid') throw new Error(parsed.issues[0])
    const policy = createLearnedPolicy(parsed.posterior, 7, settings)
    const { marginals = [] } = policy.tableOf({ device: 'mobile' }, candidates) ?? {}
    // As c2e26e9 compiled it.
    expect(marginals.map((chances) => [...chances])).toEqual([
      [0.06406250000000001, 0.65890625, 0.27703125],
      [0.503671875, 0.49632812500000006],
    ])
  })

  it('tells versions apart', () => {
    const versions = [1, 2, 3].map((version) => {
      const policy = createLearnedPolicy(posterior, version, settings)
      return policy.tableOf({}, candidates)?.marginals[1]?.[0]
    })
    expect(new Set(versions).size).toBeGreaterThan(1)
  })

  it('always gives probabilities: at least the floor each, together 1', () => {
    const policy = createLearnedPolicy(posterior, 1, { ...settings, draws: 64 })
    const slot = fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })
      .chain((assetIds) =>
        fc.record({
          slot: fc.constantFrom('image', 'cta', '__proto__'),
          assetIds: fc.constant(assetIds),
          weights: fc.array(fc.integer({ min: 1, max: 100 }), {
            minLength: assetIds.length,
            maxLength: assetIds.length,
          }),
        }),
      )
    const cell = fc.dictionary(fc.constantFrom('device', 'segment'), fc.string({ maxLength: 4 }))
    fc.assert(
      fc.property(cell, fc.array(slot, { maxLength: 4 }), (where, slots) => {
        const table = policy.tableOf(where, slots)
        expect(table?.slots).toEqual(slots.map(({ slot }) => slot))
        for (const marginal of table?.marginals ?? []) {
          const total = marginal.reduce((sum, p) => sum + p, 0)
          expect(total).toBeCloseTo(1, 9)
          for (const p of marginal) {
            expect(p).toBeGreaterThanOrEqual(floor / marginal.length - 1e-12)
          }
        }
      }),
    )
  })

  it('plays the best of what the pairs allow', () => {
    const constraints = ['c1', 'new'].map((assetId) => ({
      kind: 'never' as const,
      first: { slot: 'image', assetId: 'i2' },
      second: { slot: 'cta', assetId },
    }))
    const policy = createLearnedPolicy(posterior, 7, { ...settings, constraints })
    const image = policy.tableOf({ device: 'mobile' }, candidates)?.marginals[0]
    expect(image?.[1]).toBe(0)
    expect(image?.[0]).toBeGreaterThan(0)
  })
})

describe('summariseBeliefs', () => {
  const [image] = summariseBeliefs(posterior, new WeightDraws(posterior, 400, 1), {
    candidates,
    cells: [
      { cell: { device: 'mobile' }, weight: 3 },
      { cell: { device: 'desktop' }, weight: 1 },
    ],
    splitBy: 'device',
  })

  it('estimates the rates that were seen, with intervals that hold them', () => {
    const mobile = image?.byValue.find(({ value }) => value === 'mobile')?.assets
    const best = mobile?.find(({ assetId }) => assetId === 'i2')
    expect(best?.rate.mean).toBeCloseTo(0.045, 2)
    expect(best?.rate.lower).toBeLessThan(0.045)
    expect(best?.rate.upper).toBeGreaterThan(0.045)
    expect(best?.effect.mean).toBeGreaterThan(0)
  })

  it('says what is best overall by the weight of the cells, and in each value', () => {
    const best = (assets: NonNullable<typeof image>['overall'] = []) =>
      assets.toSorted((a, b) => b.probabilityBest - a.probabilityBest)[0]?.assetId
    expect(best(image?.overall)).toBe('i2')
    expect(image?.byValue.map(({ value, assets }) => [value, best(assets)])).toEqual([
      ['desktop', 'i3'],
      ['mobile', 'i2'],
    ])
    const total = image?.overall.reduce((sum, { probabilityBest }) => sum + probabilityBest, 0)
    expect(total).toBeCloseTo(1, 9)
  })
})
