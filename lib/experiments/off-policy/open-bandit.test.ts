import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { evaluatePolicy } from './evaluate-policy'
import { fitRates } from '@/scripts/testing/open-bandit/fit-rates'
import {
  OPEN_BANDIT,
  readActionProbabilities,
  readOpenBandit,
} from '@/scripts/testing/open-bandit/read-open-bandit'

const file = `${OPEN_BANDIT}/obp_reference.men.json`
type Method = 'ipw' | 'snipw' | 'dm' | 'dr' | 'sndr'

interface Evaluation {
  estimates: Record<Method, number>
  ci95: Record<Method, [number, number]>
  max_weight?: number
  ess?: number
}
interface Logged {
  n: number
  n_clicks: number
  on_policy_value: number
  eval_bts: Evaluation
  eval_random: Evaluation
}
type Policy = 'random' | 'bts'

/** Click rates of the full data, from the authors' table: what the estimates are after. */
const PUBLISHED = { random: 0.0051, bts: 0.0067 }

describeFixtures('Open Bandit, campaign men', file, () => {
  const reference = readFixture<Record<Policy, Logged>>(file)
  const logs = { random: readOpenBandit('random'), bts: readOpenBandit('bts') }

  function evaluate(logged: Policy, target: Policy) {
    const probabilities = readActionProbabilities(target)
    const evaluation = evaluatePolicy(logs[logged], {
      unit: 'rate',
      target: ({ position }) => probabilities[position - 1] ?? {},
      model: fitRates(logs[logged]),
    })
    if (evaluation.kind !== 'ok') throw new Error(JSON.stringify(evaluation))
    const { withModel, byWeights, selfNormalized } = evaluation
    if (withModel?.kind !== 'ok' || byWeights.kind !== 'ok' || selfNormalized.kind !== 'ok') {
      throw new Error('no estimate')
    }
    const values = {
      ipw: byWeights,
      snipw: selfNormalized,
      dm: withModel.direct,
      dr: withModel.doublyRobust,
      sndr: withModel.selfNormalizedDoublyRobust,
    }
    return { ...evaluation, values }
  }
  const cases: [Policy, Policy][] = [
    ['random', 'random'],
    ['random', 'bts'],
    ['bts', 'random'],
    ['bts', 'bts'],
  ]

  it.each(cases)('equals the reference for %s → %s', (logged, target) => {
    const ours = evaluate(logged, target)
    const theirs = reference[logged][`eval_${target}`]
    expect(ours.sums.n).toBe(reference[logged].n)
    for (const method of ['ipw', 'snipw'] as const) {
      const difference = Math.abs(ours.values[method].value - theirs.estimates[method])
      expect(difference, method).toBeLessThan(1e-9)
    }
    if (theirs.ess !== undefined) {
      expect(Math.abs(ours.effectiveSampleSize - theirs.ess)).toBeLessThan(1e-6)
      expect(Math.abs(ours.maxWeight - (theirs.max_weight ?? NaN))).toBeLessThan(1e-9)
    }
  })

  it.each(cases)('gives intervals near the bootstrapped ones for %s → %s', (logged, target) => {
    const { values } = evaluate(logged, target)
    const { ci95 } = reference[logged][`eval_${target}`]
    for (const method of ['ipw', 'snipw', 'dr', 'sndr'] as const) {
      const [low, high] = ci95[method]
      // Of SNIPW the sandwich, which is what a bootstrap approximates; its own interval is wider.
      const width = 2 * 1.96 * values[method].standardError
      expect(width / (high - low), method).toBeGreaterThan(0.85)
      expect(width / (high - low), method).toBeLessThan(1.1)
      if (method === 'snipw') continue
      expect(Math.abs(values[method].lower - low) / width, method).toBeLessThan(0.15)
      expect(Math.abs(values[method].upper - high) / width, method).toBeLessThan(0.15)
    }
  })

  it.each(cases)(
    'comes near the reference with a model of its own for %s → %s',
    (logged, target) => {
      const { values } = evaluate(logged, target)
      const { estimates } = reference[logged][`eval_${target}`]
      // Theirs is scikit-learn's logistic regression over all features: the direct method follows
      // its model, the doubly robust forms hardly do.
      expect(Math.abs(values.dm.value / estimates.dm - 1)).toBeLessThan(0.12)
      expect(Math.abs(values.dr.value / estimates.dr - 1)).toBeLessThan(0.04)
      expect(Math.abs(values.sndr.value / estimates.sndr - 1)).toBeLessThan(0.04)
    },
  )

  it.each(cases)("holds the full data's click rate for %s → %s", (logged, target) => {
    const { lower, upper } = evaluate(logged, target).values.snipw
    expect(lower).toBeLessThan(PUBLISHED[target])
    expect(upper).toBeGreaterThan(PUBLISHED[target])
    // The bootstrapped interval misses it where the log is that of the adaptive policy.
    const [low, high] = reference[logged][`eval_${target}`].ci95.snipw
    expect(low < PUBLISHED[target] && PUBLISHED[target] < high).toBe(logged === 'random')
  })

  it('warns of thin support in the log of the adaptive policy', () => {
    expect(evaluate('random', 'random').support.kind).toBe('enough')
    expect(evaluate('random', 'bts').support.kind).toBe('enough')
    expect(evaluate('bts', 'bts').support.kind).toBe('thin')
    expect(evaluate('bts', 'random').support).toEqual({
      kind: 'thin',
      sentence: expect.stringContaining('worth only 656 evenly shown impressions'),
    })
  })
})
