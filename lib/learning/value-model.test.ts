import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { createLearnedPolicy } from './compile-policy'
import { createPosterior, weightOf } from './posterior'
import type { Posterior } from './posterior'
import type { Observation } from './observations'
import { parsePosterior, serialisePosterior, withoutEvidence } from './serialise-posterior'
import { summariseBeliefs } from './summarise-beliefs'
import { updatePosterior } from './update-posterior'
import { WeightDraws } from './weight-draws'

/** "many" converts at 3 % for about 20 each, "dear" at 2 % for about 60 each (in micros). */
function learn(hasValue: boolean): Posterior {
  const random = createRandom(3)
  let posterior = createPosterior({ slots: ['offer'], features: ['device'], hasValue })
  for (let batch = 0; batch < 20; batch++) {
    const rows = (['many', 'dear'] as const).map((offer): Observation => {
      const successes = offer === 'many' ? 60 : 40
      const logs = Array.from(
        { length: successes },
        () => Math.log((offer === 'many' ? 20 : 60) * 1e6) + 0.5 * random.nextGaussian(),
      )
      return {
        ...{ cell: { device: 'mobile' }, assets: { offer }, impressions: 2_000, successes },
        values: {
          count: successes,
          sum: logs.reduce((sum, log) => sum + log, 0),
          sumOfSquares: logs.reduce((sum, log) => sum + log * log, 0),
        },
      }
    })
    const result = updatePosterior(posterior, rows)
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
  }
  return posterior
}

const candidates = [{ slot: 'offer', assetIds: ['many', 'dear'], weights: [1, 1] }]
const chancesOf = (posterior: Posterior) =>
  createLearnedPolicy(posterior, 1, { explorationFloor: 0, constraints: [] }).tableOf(
    { device: 'mobile' },
    candidates,
  )?.marginals[0] ?? []

describe('the value of successes', () => {
  const valued = learn(true)

  it('prefers what earns more, where value counts, and what converts more, where not', () => {
    expect(chancesOf(valued)[1]).toBeGreaterThan(0.95)
    expect(chancesOf(learn(false))[0]).toBeGreaterThan(0.95)
  })

  it('learns how much dearer an offer is', () => {
    const model = valued.value?.model
    if (!model) throw new Error('no value model')
    const difference = weightOf(model, 'm|offer|dear')[0] - weightOf(model, 'm|offer|many')[0]
    expect(difference).toBeGreaterThan(0.7)
    expect(difference).toBeLessThan(1.2)
  })

  it('survives storage, whole and in its compact form', () => {
    expect(parsePosterior(serialisePosterior(valued))).toEqual({ kind: 'ok', posterior: valued })
    const compact = withoutEvidence(valued)
    expect(parsePosterior(serialisePosterior(compact))).toEqual({ kind: 'ok', posterior: compact })
    expect(chancesOf(compact)).toEqual(chancesOf(valued))
    expect(serialisePosterior(compact)).not.toContain('information')
  })

  it('refuses sums that contradict each other', () => {
    const bad = (values: Observation['values']) =>
      updatePosterior(valued, [
        {
          cell: {},
          assets: { offer: 'many' },
          impressions: 1,
          successes: 1,
          ...(values && { values }),
        },
      ]).kind
    expect(bad({ count: 1, sum: 3, sumOfSquares: 1 })).toBe('invalid')
    expect(bad({ count: -1, sum: 0, sumOfSquares: 0 })).toBe('invalid')
    expect(bad({ count: 1, sum: Number.NaN, sumOfSquares: 1 })).toBe('invalid')
    expect(bad({ count: 1, sum: 2, sumOfSquares: 4 })).toBe('ok')
  })
})

describe('beliefs where value counts', () => {
  it('tells the rate of conversions, and who earns the most', () => {
    const posterior = learn(true)
    const [offer] = summariseBeliefs(posterior, new WeightDraws(posterior, 400, 1), {
      candidates,
      cells: [{ cell: { device: 'mobile' }, weight: 1 }],
    })
    const [many, dear] = offer?.overall ?? []
    expect(many?.rate.mean).toBeGreaterThan(dear?.rate.mean ?? 1)
    expect(dear?.effect.lower).toBeGreaterThan(0)
    expect(dear?.probabilityBest).toBeGreaterThan(0.99)
  })
})
