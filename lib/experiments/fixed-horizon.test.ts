import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustPValues } from './adjust-p-values'
import { checkHomogeneity } from './check-homogeneity'
import { checkSampleRatio } from './check-sample-ratio'
import { estimateLift } from './estimate-lift'
import { estimateMean } from './estimate-mean'
import { estimateRate } from './estimate-rate'
import { arms, badCounts, ok, proportion, sumsOf } from './testing/arms'
import { testFisherExact } from './test-fisher-exact'
import { testMeans } from './test-means'
import { testRates } from './test-rates'

describe('estimateLift', () => {
  it('gives the relative lift with its log interval and the difference', () => {
    const lift = ok(estimateLift(arms(30, 1000, 20, 1100)))
    expect(lift.relative.value).toBeCloseTo(0.65, 10)
    expect(lift.relative.lower).toBeCloseTo(-0.0568209, 6)
    expect(lift.relative.upper).toBeCloseTo(1.8865145, 6)
    expect(lift.difference.value).toBeCloseTo(0.03 - 20 / 1100, 12)
  })

  it('stays honest when the holdout has no success', () => {
    const lift = ok(estimateLift(arms(30, 1000, 0, 100)))
    expect(lift.relative.value).toBeNull()
    expect(lift.relative.upper).toBe(Infinity)
  })

  it('holds the point estimates and never gives NaN', () => {
    fc.assert(
      fc.property(proportion, proportion, (dynamic, holdout) => {
        const { relative, difference } = ok(estimateLift({ dynamic, holdout }))
        for (const bound of [relative.lower, relative.upper, difference.lower, difference.upper]) {
          expect(bound).not.toBeNaN()
        }
        expect(difference.lower).toBeLessThanOrEqual(difference.value)
        expect(difference.upper).toBeGreaterThanOrEqual(difference.value)
        if (relative.value !== null && Math.min(dynamic.k, holdout.k) >= 5) {
          expect(relative.lower).toBeLessThanOrEqual(relative.value + 1e-12)
          expect(relative.upper).toBeGreaterThanOrEqual(relative.value - 1e-12)
        }
      }),
    )
  })
})

describe('refusals', () => {
  it.each(badCounts)('refuses %s', (_, counts) => {
    expect(estimateLift(counts).kind).toBe('invalid')
    expect(estimateRate(counts.dynamic).kind).toBe('invalid')
    expect(testRates(counts).kind).toBe('invalid')
    expect(testFisherExact(counts).kind).toBe('invalid')
    expect(checkHomogeneity([counts.dynamic, counts.holdout]).kind).toBe('invalid')
  })

  it('has no data without trials or anything that varies', () => {
    for (const counts of [arms(0, 0, 0, 10), arms(0, 5, 0, 10), arms(5, 5, 10, 10)]) {
      expect(testRates(counts).kind).toBe('no data')
      expect(testFisherExact(counts).kind).toBe('no data')
    }
    expect(estimateLift(arms(0, 0, 0, 10)).kind).toBe('no data')
    expect(estimateRate({ n: 0, k: 0 }).kind).toBe('no data')
  })

  it('refuses an impossible level', () => {
    expect(estimateLift(arms(1, 2, 1, 2), 95).kind).toBe('invalid')
    expect(testRates(arms(1, 2, 1, 2), { confidenceLevel: 0 }).kind).toBe('invalid')
  })
})

describe('testRates', () => {
  it('tests with the pooled or each own variance', () => {
    const pooled = ok(testRates(arms(30, 1000, 20, 1100)))
    expect(pooled.z).toBeCloseTo(1.7741679290176473, 12)
    expect(pooled.pValue).toBeCloseTo(0.07603537734564685, 12)
    const unpooled = ok(testRates(arms(30, 1000, 20, 1100), { variance: 'unpooled' }))
    expect(unpooled.z).toBeCloseTo(1.7553570739520297, 12)
    expect(unpooled.pValue).toBeCloseTo(0.07919824966734511, 12)
    expect(unpooled.standardError).toBeCloseTo(0.006732636905364352, 15)
    const margin = 1.959963984540054 * 0.006732636905364352
    expect(unpooled.difference.upper - unpooled.difference.value).toBeCloseTo(margin, 12)
    expect(pooled.difference).toEqual(unpooled.difference)
  })

  it('squares to the chi-square of homogeneity', () => {
    fc.assert(
      fc.property(proportion, proportion, (dynamic, holdout) => {
        const test = testRates({ dynamic, holdout })
        const same = checkHomogeneity([dynamic, holdout])
        expect(test.kind).toBe(same.kind)
        if (test.kind !== 'ok' || same.kind !== 'ok') return
        expect(Math.abs(test.z ** 2 / same.chiSquare - 1) < 1e-6 || same.chiSquare < 1e-9).toBe(
          true,
        )
        expect(test.pValue).toBeGreaterThanOrEqual(0)
        expect(test.pValue).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('testFisherExact', () => {
  /** SciPy 1.17's `fisher_exact`. */
  it.each([
    [arms(3, 10, 1, 12), 4.714285714285714, 0.29323308270676685],
    [arms(8, 10, 1, 6), 20, 0.034965034965034975],
    [arms(0, 5, 4, 9), 0, 0.2207792207792208],
    [arms(30, 1000, 20, 1100), 1.6701030927835052, 0.08576397463878446],
    [arms(2000, 100_000, 500, 20_000), 0.7959183673469388, 9.710831814979242e-6],
    [arms(5, 5, 0, 5), Infinity, 0.007936507936507938],
    [arms(310, 31_000, 330, 30_000), 0.9081726354453628, 0.23321674782957993],
  ])('equals SciPy on %j', (counts, oddsRatio, pValue) => {
    const test = ok(testFisherExact(counts))
    if (Number.isFinite(oddsRatio)) expect(test.oddsRatio).toBeCloseTo(oddsRatio, 12)
    else expect(test.oddsRatio).toBe(Infinity)
    expect(Math.abs(test.pValue / pValue - 1)).toBeLessThan(1e-8)
  })

  it('wants whole counts', () => {
    expect(testFisherExact(arms(1.5, 3, 1, 3)).kind).toBe('invalid')
  })

  it('is a chance, the same whichever arm is which', () => {
    fc.assert(
      fc.property(proportion, proportion, (dynamic, holdout) => {
        const test = testFisherExact({ dynamic, holdout })
        if (test.kind !== 'ok') return
        const other = ok(testFisherExact({ dynamic: holdout, holdout: dynamic }))
        expect(test.pValue).toBeGreaterThanOrEqual(0)
        expect(test.pValue).toBeLessThanOrEqual(1)
        expect(Math.abs(test.pValue - other.pValue)).toBeLessThan(1e-6)
      }),
      { numRuns: 50 },
    )
  })
})

describe('testMeans', () => {
  const dynamic = sumsOf([3, 5, 7, 9])
  const holdout = sumsOf([2, 4, 4, 6, 1])

  it("equals SciPy's Welch test", () => {
    const { difference, degreesOfFreedom, relative } = ok(testMeans({ dynamic, holdout }))
    expect(degreesOfFreedom).toBeCloseTo(5.501792461970741, 10)
    expect(difference.t).toBeCloseTo(1.6690459207925603, 12)
    expect(difference.pValue).toBeCloseTo(0.1506183597655252, 12)
    expect(difference.pValueGreater).toBeCloseTo(0.1506183597655252 / 2, 12)
    expect(difference.lower).toBeCloseTo(-1.296994852945046, 9)
    expect(difference.upper).toBeCloseTo(6.496994852945046, 9)
    expect(relative?.value).toBeCloseTo(6 / 3.4 - 1, 12)
    // Variances of the means: 20/3/4 and 3.8/5.
    const error = Math.sqrt(5 / 3 / 3.4 ** 2 + (0.76 * 36) / 3.4 ** 4)
    expect(relative?.standardError).toBeCloseTo(error, 12)
  })

  it("equals SciPy's pooled test", () => {
    const { difference, degreesOfFreedom } = ok(
      testMeans({ dynamic, holdout }, { variance: 'pooled' }),
    )
    expect(degreesOfFreedom).toBe(7)
    expect(difference.t).toBeCloseTo(1.7284020763045087, 12)
    expect(difference.pValue).toBeCloseTo(0.12754662603938208, 12)
    expect(difference.lower).toBeCloseTo(-0.957056045249788, 9)
  })

  it('gives a mean its t interval', () => {
    const mean = ok(estimateMean(dynamic))
    expect(mean.value).toBe(6)
    expect(mean.lower).toBeCloseTo(1.8914794864789588, 9)
    expect(mean.upper).toBeCloseTo(10.108520513521041, 9)
  })

  it('refuses sums that contradict each other and wants two values that vary', () => {
    const contradiction = { n: 2, sum: 10, sumOfSquares: 1 }
    expect(estimateMean(contradiction).kind).toBe('invalid')
    expect(testMeans({ dynamic: contradiction, holdout }).kind).toBe('invalid')
    expect(estimateMean({ n: NaN, sum: 1, sumOfSquares: 1 }).kind).toBe('invalid')
    expect(estimateMean({ n: 1, sum: 1, sumOfSquares: 1 }).kind).toBe('no data')
    const zero = sumsOf([0, 0])
    expect(testMeans({ dynamic: zero, holdout: zero }).kind).toBe('no data')
    expect(ok(testMeans({ dynamic, holdout: zero })).relative).toBeNull()
  })

  it('never gives NaN, and holds its estimate', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 })
    fc.assert(
      fc.property(values, values, (a, b) => {
        const test = testMeans({ dynamic: sumsOf(a), holdout: sumsOf(b) })
        if (test.kind !== 'ok') return
        for (const { value, lower, upper, pValue } of [
          test.difference,
          test.relative ?? [],
        ].flat()) {
          expect(lower).toBeLessThanOrEqual(value)
          expect(upper).toBeGreaterThanOrEqual(value)
          expect(pValue).toBeGreaterThanOrEqual(0)
          expect(pValue).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('adjustPValues', () => {
  it("equals SciPy's false_discovery_control", () => {
    const { pValues } = ok(adjustPValues([0.01, 0.04, 0.03, 0.005, 0.55, 0.02, 0.04]))
    const expected = [0.035, 0.0466666667, 0.0466666667, 0.035, 0.55, 0.0466666667, 0.0466666667]
    pValues.forEach((p, index) => expect(p).toBeCloseTo(expected[index] ?? NaN, 9))
  })

  it('never makes a p value smaller, nor changes their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (raw) => {
        const { pValues } = ok(adjustPValues(raw))
        expect(pValues).toHaveLength(raw.length)
        pValues.forEach((p, index) => {
          expect(p).toBeGreaterThanOrEqual(raw[index] ?? NaN)
          expect(p).toBeLessThanOrEqual(1)
          raw.forEach((other, at) => {
            if (other < (raw[index] ?? NaN)) expect(pValues[at]).toBeLessThanOrEqual(p)
          })
        })
      }),
    )
  })

  it.each([[[1.1]], [[-0.1]], [[NaN]]])('refuses %j', (pValues) => {
    expect(adjustPValues(pValues).kind).toBe('invalid')
  })
})

describe('checkSampleRatio', () => {
  it('measures against the shares that were meant', () => {
    expect(checkSampleRatio([9000, 1000], [0.9, 0.1])).toMatchObject({ pValue: 1, isAlarm: false })
    expect(checkSampleRatio([9000, 1000])).toMatchObject({ isAlarm: true })
    expect(checkSampleRatio([0, 0]).kind).toBe('no data')
  })

  it.each([[[1]], [[1, -1]], [[NaN, 1]]])('refuses %j', (counts) => {
    expect(checkSampleRatio(counts).kind).toBe('invalid')
  })

  it('refuses shares that do not fit', () => {
    expect(checkSampleRatio([1, 1], [1]).kind).toBe('invalid')
    expect(checkSampleRatio([1, 1], [1, 0]).kind).toBe('invalid')
  })
})
