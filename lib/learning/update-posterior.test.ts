import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packedIndex } from '@/lib/math/symmetric-matrix'
import { createPosterior, weightOf } from './posterior'
import { groupObservations } from './observations'
import { parsePosterior, serialisePosterior } from './serialise-posterior'
import { updatePosterior } from './update-posterior'
import type { Posterior } from './posterior'
import type { Observation } from './observations'

const empty = createPosterior({ slots: ['image', 'cta'], features: ['device', 'segment'] })

const observation: fc.Arbitrary<Observation> = fc.record({
  cell: fc.record({
    device: fc.constantFrom('mobile', 'desktop'),
    segment: fc.constantFrom('none', 'a|b', '%7C'),
  }),
  assets: fc.record({
    image: fc.constantFrom('i1', 'i2', 'i3'),
    cta: fc.constantFrom('c1', 'c2'),
  }),
  impressions: fc.integer({ min: 0, max: 1000 }),
  successes: fc.integer({ min: 0, max: 100 }),
})

function learn(posterior: Posterior, batch: readonly Observation[]): Posterior {
  const result = updatePosterior(posterior, batch)
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

const shown = (image: string, impressions: number, successes: number): Observation => ({
  cell: { device: 'mobile', segment: 'none' },
  assets: { image, cta: 'c1' },
  impressions,
  successes,
})

describe('updatePosterior', () => {
  it('does not depend on the order or the grouping of a batch, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 30 }), (batch) => {
        const expected = serialisePosterior(learn(empty, batch))
        expect(serialisePosterior(learn(empty, batch.toReversed()))).toBe(expected)
        expect(serialisePosterior(learn(empty, groupObservations(batch)))).toBe(expected)
      }),
    )
  })

  it('never loses information, never gives a number that is not finite, and survives a round trip', () => {
    const batches = fc.array(fc.array(observation, { maxLength: 10 }), { maxLength: 5 })
    fc.assert(
      fc.property(batches, (parts) => {
        let posterior = empty
        for (const part of parts) {
          const next = learn(posterior, part)
          for (const [mean, precision] of Object.values(next.weights)) {
            expect(Number.isFinite(mean)).toBe(true)
            expect(precision).toBeGreaterThan(0)
          }
          const { keys = [], information = [] } = next.evidence ?? {}
          for (const index of keys.keys()) {
            const entry = packedIndex(index, index)
            const before = posterior.evidence?.information[entry] ?? 0
            expect(information[entry]).toBeGreaterThanOrEqual(before)
          }
          posterior = next
        }
        expect(parsePosterior(serialisePosterior(posterior))).toEqual({ kind: 'ok', posterior })
      }),
    )
  })

  it('finds the exact mode of a model with one weight', () => {
    const lone = createPosterior({
      slots: ['image'],
      features: [],
      priors: {
        intercept: { mean: -3, variance: 0.5 },
        context: 0.01,
        main: 0.01,
        interaction: 0.01,
        pair: 0.01,
      },
    })
    const batch = [{ cell: {}, assets: {}, impressions: 1000, successes: 80 }]
    const [mean, precision] = weightOf(learn(lone, batch), 'i')
    const p = 1 / (1 + Math.exp(-mean))
    expect(80 - 1000 * p - (mean + 3) / 0.5).toBeCloseTo(0, 1)
    // Taken at most 0.05 from the mode.
    expect(Math.abs(precision / (2 + 1000 * p * (1 - p)) - 1)).toBeLessThan(0.05)
  })

  it('takes a late success as a linear term: it moves the mean and not the precision', () => {
    const before = learn(empty, [shown('i1', 5000, 90), shown('i2', 5000, 90)])
    const after = learn(before, [shown('i2', 0, 20)])
    const [meanBefore, precisionBefore] = weightOf(before, 'm|image|i2')
    const [mean, precision] = weightOf(after, 'm|image|i2')
    expect(precision).toBe(precisionBefore)
    expect(after.evidence?.information).toEqual(before.evidence?.information)
    expect(mean).toBeGreaterThan(meanBefore)
    // More clicks of one image say that it, and not the whole campaign, is better.
    expect(after.weights['m|image|i1']?.[0]).toBeLessThan(weightOf(before, 'm|image|i1')[0] + 1e-9)
  })

  it('learns much the same when successes come a batch late', () => {
    const truth = [0.02, 0.03, 0.045]
    const images = ['i1', 'i2', 'i3']
    let punctual = empty
    let late = empty
    let pending: Observation[] = []
    for (let batch = 0; batch < 20; batch++) {
      const rows = images.map((image, arm) => shown(image, 1000, 1000 * (truth[arm] ?? 0)))
      punctual = learn(punctual, rows)
      late = learn(late, [...rows.map((row) => ({ ...row, successes: 0 })), ...pending])
      pending = rows.map((row) => ({ ...row, impressions: 0 }))
    }
    late = learn(late, pending)
    for (const image of images) {
      const contrast = (posterior: Posterior) =>
        weightOf(posterior, `m|image|${image}`)[0] - weightOf(posterior, 'm|image|i1')[0]
      expect(Math.abs(contrast(late) - contrast(punctual))).toBeLessThan(0.1)
    }
  })

  it('bounds the damage of an absurd batch and recovers from it', () => {
    let posterior = learn(empty, [shown('i1', 0, Number.MAX_SAFE_INTEGER)])
    for (const [mean] of Object.values(posterior.weights)) expect(Math.abs(mean)).toBeLessThan(5)
    posterior = learn(empty, [shown('i1', 10_000, 0)])
    posterior = learn(posterior, [shown('i1', 0, 200)])
    for (let i = 0; i < 5; i++) posterior = learn(posterior, [shown('i1', 10_000, 200)])
    const logit = ['i', 'c|device|mobile', 'c|segment|none', 'm|image|i1', 'm|cta|c1']
      .concat(['x|image|i1|device|mobile', 'x|image|i1|segment|none'])
      .concat(['x|cta|c1|device|mobile', 'x|cta|c1|segment|none'])
      .reduce((sum, key) => sum + weightOf(posterior, key)[0], 0)
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(0.02, 2)
  })

  it('starts a new asset at the prior of its slot', () => {
    const before = learn(empty, [shown('i1', 1000, 30)])
    expect(weightOf(before, 'm|image|new')).toEqual([0, 1 / before.priors.main])
    const after = learn(before, [{ ...shown('new', 1000, 60), cell: { device: 'desktop' } }])
    expect(weightOf(after, 'm|image|new')[0]).toBeGreaterThan(0)
    expect(Object.keys(after.weights).some((key) => key.includes('undefined'))).toBe(false)
  })

  it.each([
    ['NaN impressions', { ...shown('i1', NaN, 0) }],
    ['negative impressions', shown('i1', -1, 0)],
    ['fractional successes', shown('i1', 1, 0.5)],
    ['infinite successes', shown('i1', 1, Infinity)],
    ['an unknown slot', { ...shown('i1', 1, 0), assets: { logo: 'x' } }],
    ['an inherited name as a slot', { ...shown('i1', 1, 0), assets: { constructor: 'x' } }],
  ])('refuses %s and says which row', (_, bad) => {
    const result = updatePosterior(empty, [shown('i1', 10, 1), bad])
    expect(result).toMatchObject({ kind: 'invalid', issues: [{ row: 1 }] })
  })

  it('returns the same posterior for a batch in which nothing happened', () => {
    expect(learn(empty, [])).toBe(empty)
    expect(learn(empty, [shown('i1', 0, 0)])).toBe(empty)
  })
})

describe('parsePosterior', () => {
  const text = serialisePosterior(learn(empty, [shown('i1', 1000, 30)]))

  it.each([
    ['cut off', text.slice(0, -5)],
    ['not an object', 'null'],
    ['another version', text.replace('"formatVersion":3', '"formatVersion":4')],
    ['evidence of another size', text.replace('"information":[', '"information":[1,')],
    [
      'evidence that no data gives',
      text
        .replace('"information":[', '"information":[-9e9,')
        .replace(/,([^,\]]+)\],"sizedAt"/, '],"sizedAt"'),
    ],
    ['a negative precision', text.replace(/"i":\[([^,]+),/, '"i":[$1,-')],
    ['a missing number', text.replace(/"i":\[[^\]]+\]/, '"i":[null,1]')],
    ['a key of no family', text.replace('"i":', '"z":')],
  ])('refuses what is %s', (_, corrupt) => {
    expect(corrupt).not.toBe(text)
    expect(parsePosterior(corrupt).kind).toBe('invalid')
  })

  it('learns on from bytes exactly as from memory', () => {
    const memory = learn(empty, [shown('i2', 500, 20)])
    const parsed = parsePosterior(serialisePosterior(memory))
    if (parsed.kind === 'invalid') throw new Error(parsed.issues[0])
    const batch = [shown('i1', 700, 20), shown('i2', 100, 3)]
    expect(serialisePosterior(learn(parsed.posterior, batch))).toBe(
      serialisePosterior(learn(memory, batch)),
    )
  })
})
