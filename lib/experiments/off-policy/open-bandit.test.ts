import { expect, it } from 'vitest'
import { describeFixtures } from '@/scripts/testing/fixtures'
import {
  evaluateOpenBandit,
  type OpenBanditPolicy,
} from '@/scripts/testing/open-bandit/evaluate-open-bandit'
import {
  OBP_REFERENCE_FILE,
  PUBLISHED_RATES,
  readObpReference,
} from '@/scripts/testing/open-bandit/obp-reference'

describeFixtures('Open Bandit, campaign men', OBP_REFERENCE_FILE, () => {
  const reference = readObpReference()
  const cases: [OpenBanditPolicy, OpenBanditPolicy][] = [
    ['random', 'random'],
    ['random', 'bts'],
    ['bts', 'random'],
    ['bts', 'bts'],
  ]

  it.each(cases)('equals the reference for %s → %s', (logged, target) => {
    const ours = evaluateOpenBandit(logged, target)
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
    const { values } = evaluateOpenBandit(logged, target)
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
      const { values } = evaluateOpenBandit(logged, target)
      const { estimates } = reference[logged][`eval_${target}`]
      // Theirs is scikit-learn's logistic regression over all features: the direct method follows
      // its model, the doubly robust forms hardly do.
      expect(Math.abs(values.dm.value / estimates.dm - 1)).toBeLessThan(0.12)
      expect(Math.abs(values.dr.value / estimates.dr - 1)).toBeLessThan(0.04)
      expect(Math.abs(values.sndr.value / estimates.sndr - 1)).toBeLessThan(0.04)
    },
  )

  it.each(cases)("holds the full data's click rate for %s → %s", (logged, target) => {
    const { lower, upper } = evaluateOpenBandit(logged, target).values.snipw
    expect(lower).toBeLessThan(PUBLISHED_RATES[target])
    expect(upper).toBeGreaterThan(PUBLISHED_RATES[target])
    // The bootstrapped interval misses it where the log is that of the adaptive policy.
    const [low, high] = reference[logged][`eval_${target}`].ci95.snipw
    expect(low < PUBLISHED_RATES[target] && PUBLISHED_RATES[target] < high).toBe(
      logged === 'random',
    )
  })

  it('warns of thin support in the log of the adaptive policy', () => {
    expect(evaluateOpenBandit('random', 'random').support.kind).toBe('enough')
    expect(evaluateOpenBandit('random', 'bts').support.kind).toBe('enough')
    expect(evaluateOpenBandit('bts', 'bts').support.kind).toBe('thin')
    expect(evaluateOpenBandit('bts', 'random').support).toEqual({
      kind: 'thin',
      sentence: expect.stringContaining('worth only 656 evenly shown impressions'),
    })
  })
})
