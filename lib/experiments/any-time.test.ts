import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSampleRatio } from './check-sample-ratio'
import { checkSampleRatioSequence } from './check-sample-ratio-sequence'
import { estimateBoundedMeanSequence } from './estimate-bounded-mean-sequence'
import { estimateDifferenceSequence, estimateMeanSequence } from './estimate-difference-sequence'
import { estimateLift } from './estimate-lift'
import { estimateLiftSequence } from './estimate-lift-sequence'
import { estimateRate } from './estimate-rate'
import { estimateRateSequence } from './estimate-rate-sequence'
import {
  normalMixtureBound,
  normalMixturePValue,
  oneSidedNormalMixtureBound,
  tuneNormalMixture,
} from './normal-mixture'
import { testMeans } from './test-means'
import { arms, badCounts, ok, proportion, sumsOf } from './testing/arms'

const range = { lower: 0, upper: 1 }

describe('the normal mixture', () => {
  it('is tightest where it is tuned to', () => {
    const alpha = 0.05
    const at = (rho: number) => normalMixtureBound(100, { alpha, rho })
    const rho = tuneNormalMixture(100, alpha)
    expect(at(rho)).toBeLessThan(at(rho * 1.3))
    expect(at(rho)).toBeLessThan(at(rho / 1.3))
  })

  it('has the p value alpha exactly on the bound', () => {
    const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
    const level = fc.double({ min: 1e-6, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(positive, positive, level, (variance, rho, alpha) => {
        const bound = normalMixtureBound(variance, { alpha, rho })
        expect(normalMixturePValue(bound, variance, rho) / alpha).toBeCloseTo(1, 6)
        expect(oneSidedNormalMixtureBound(variance, { alpha, rho })).toBeLessThanOrEqual(bound)
      }),
    )
  })
})

describe('estimateRateSequence', () => {
  it('holds the rate, is wider than for one look and narrows with alpha', () => {
    fc.assert(
      fc.property(proportion, (counts) => {
        const { lower, upper, rate } = ok(estimateRateSequence(counts))
        const once = ok(estimateRate(counts))
        const surer = ok(estimateRateSequence(counts, { confidenceLevel: 0.99 }))
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(rate)
        expect(upper).toBeGreaterThanOrEqual(rate)
        const isMany = Math.min(counts.k, counts.n - counts.k) >= 5
        if (isMany) expect(upper - lower).toBeGreaterThan(once.upper - once.lower)
        expect(surer.lower).toBeLessThanOrEqual(lower + 1e-9)
        expect(surer.upper).toBeGreaterThanOrEqual(upper - 1e-9)
      }),
      { numRuns: 50 },
    )
  })

  it('rises with each success', () => {
    let previous = { lower: -1, upper: -1 }
    for (let k = 0; k <= 40; k++) {
      const next = ok(estimateRateSequence({ k, n: 40 }))
      expect(next.lower).toBeGreaterThanOrEqual(previous.lower)
      expect(next.upper).toBeGreaterThanOrEqual(previous.upper)
      previous = next
    }
  })

  it.each(badCounts)('refuses %s', (_, { dynamic }) => {
    expect(estimateRateSequence(dynamic).kind).toBe('invalid')
  })

  it('has no data without trials', () => {
    expect(estimateRateSequence({ k: 0, n: 0 }).kind).toBe('no data')
    expect(estimateRateSequence({ k: 0, n: 1 }, { tunedToTrials: 0 }).kind).toBe('invalid')
  })
})

describe('estimateLiftSequence', () => {
  it('is wider than for one look, and finds what is plain', () => {
    const counts = arms(400, 10_000, 250, 10_000)
    const once = ok(estimateLift(counts))
    const always = ok(estimateLiftSequence(counts))
    expect(always.relative.value).toBeCloseTo(0.6, 12)
    expect(always.relative.lower).toBeGreaterThan(0)
    expect(always.relative.lower).toBeLessThan(once.relative.lower)
    expect(always.relative.upper).toBeGreaterThan(once.relative.upper)
    expect(always.difference.lower).toBeGreaterThan(0)
    expect(always.pValue).toBeLessThan(0.05)
  })

  it('holds its estimates, and its p value says whether 0 is left out', () => {
    fc.assert(
      fc.property(proportion, proportion, (dynamic, holdout) => {
        const estimate = estimateLiftSequence({ dynamic, holdout })
        const { relative, difference, pValue } = ok(estimate)
        for (const { value, lower, upper } of [relative, difference]) {
          expect(lower).not.toBeNaN()
          expect(upper).not.toBeNaN()
          expect(lower).toBeLessThanOrEqual((value ?? Infinity) + 1e-9)
          expect(upper).toBeGreaterThanOrEqual((value ?? -1) - 1e-9)
        }
        expect(pValue).toBeGreaterThanOrEqual(0)
        expect(pValue).toBeLessThanOrEqual(1)
        const isDistinct = relative.lower > 0 || relative.upper < 0
        if (Math.abs(pValue - 0.05) > 1e-9) expect(isDistinct).toBe(pValue < 0.05)
      }),
    )
  })

  it('grows with the dynamic successes', () => {
    let previous = -Infinity
    for (let k = 0; k <= 100; k += 5) {
      const { relative } = ok(estimateLiftSequence(arms(k, 1_000, 20, 1_000)))
      expect(relative.lower).toBeGreaterThan(previous)
      previous = relative.lower
    }
  })

  it('judges values by their sums', () => {
    const dynamic = sumsOf(Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 12 : 0)))
    const holdout = sumsOf(Array.from({ length: 400 }, (_, i) => (i % 8 === 0 ? 12 : 0)))
    const { relative } = ok(estimateLiftSequence({ dynamic, holdout }))
    expect(relative.value).toBeCloseTo(1, 12)
    expect(relative.lower).toBeLessThan(1)
    expect(relative.upper).toBeGreaterThan(1)
    const none = sumsOf([0, 0, 0])
    expect(estimateLiftSequence({ dynamic, holdout: none }).kind).toBe('no data')
  })

  it.each(badCounts)('refuses %s', (_, counts) => {
    expect(estimateLiftSequence(counts).kind).toBe('invalid')
  })

  it('refuses an impossible level and lift', () => {
    expect(estimateLiftSequence(arms(1, 2, 1, 2), { confidenceLevel: 95 }).kind).toBe('invalid')
    expect(estimateLiftSequence(arms(1, 2, 1, 2), { typicalLift: 0 }).kind).toBe('invalid')
  })
})

describe('sequences of means', () => {
  const values = (step: number) => Array.from({ length: 500 }, (_, i) => (i * step) % 17)

  it('are wider than for one look', () => {
    const sums = { dynamic: sumsOf(values(5)), holdout: sumsOf(values(7)) }
    const always = ok(estimateDifferenceSequence(sums))
    const once = ok(testMeans(sums)).difference
    expect(always.value).toBe(once.value)
    expect(always.lower).toBeLessThan(once.lower)
    expect(always.upper).toBeGreaterThan(once.upper)
    expect(always.pValue).toBeGreaterThan(once.pValue)
  })

  it('refuse what cannot be', () => {
    const bad = { n: 2, sum: 10, sumOfSquares: 1 }
    expect(estimateMeanSequence(bad).kind).toBe('invalid')
    expect(estimateDifferenceSequence({ dynamic: bad, holdout: bad }).kind).toBe('invalid')
    expect(estimateMeanSequence(sumsOf([1, 2]), { tunedToTrials: -1 }).kind).toBe('invalid')
    expect(estimateMeanSequence(sumsOf([1])).kind).toBe('no data')
    expect(estimateMeanSequence(sumsOf([1, 1])).kind).toBe('no data')
  })
})

describe('estimateBoundedMeanSequence', () => {
  const values = Array.from({ length: 200 }, (_, i) => ((i * 37) % 101) / 100)

  it('equals the formulas of the paper', () => {
    const { lower, upper, mean } = ok(estimateBoundedMeanSequence(values, { range }))
    expect(lower).toBeCloseTo(0.427144378737966, 12)
    expect(upper).toBeCloseTo(0.5719088171604868, 12)
    expect(mean).toBeCloseTo(values.reduce((a, b) => a + b, 0) / 200, 12)
  })

  it('scales with its range', () => {
    const wide = values.map((value) => 10 * value - 5)
    const scaled = ok(estimateBoundedMeanSequence(wide, { range: { lower: -5, upper: 5 } }))
    expect(scaled.lower).toBeCloseTo(10 * 0.427144378737966 - 5, 9)
  })

  it('stays in its range and in order', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(list, (some) => {
        const { lower, upper } = ok(estimateBoundedMeanSequence(some, { range }))
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(upper)
      }),
    )
  })

  it('refuses values outside the range', () => {
    expect(estimateBoundedMeanSequence([2], { range }).kind).toBe('invalid')
    expect(estimateBoundedMeanSequence([NaN], { range }).kind).toBe('invalid')
    expect(estimateBoundedMeanSequence([], { range }).kind).toBe('no data')
    expect(estimateBoundedMeanSequence([1], { range: { lower: 1, upper: 1 } }).kind).toBe('invalid')
  })
})

describe('checkSampleRatioSequence', () => {
  it('equals the formula of Lindon and Malek', () => {
    const off = ok(checkSampleRatioSequence([9300, 700], [0.9, 0.1]))
    expect(off.pValue / 7.206748619843829e-22).toBeCloseTo(1, 6)
    expect(off.isAlarm).toBe(true)
    expect(ok(checkSampleRatioSequence([50, 80, 90])).pValue).toBeCloseTo(0.4163414554395016, 10)
  })

  it('is slower to alarm than for one look', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, share) => {
        const shares = [share, 1 - share]
        const always = checkSampleRatioSequence([a, b], shares)
        const once = checkSampleRatio([a, b], shares)
        expect(always.kind).toBe(once.kind)
        if (always.kind !== 'ok' || once.kind !== 'ok') return
        expect(always.pValue).toBeGreaterThanOrEqual(0)
        expect(always.pValue).toBeLessThanOrEqual(1)
        if (always.isAlarm && a * share > 5 && b * share > 5) expect(once.pValue).toBeLessThan(0.01)
      }),
    )
  })

  it.each([[[1]], [[1, -1]], [[NaN, 1]]])('refuses %j', (counts) => {
    expect(checkSampleRatioSequence(counts).kind).toBe('invalid')
  })
})
