import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkHomogeneity } from './check-homogeneity'
import { checkSampleRatio } from './check-sample-ratio'
import { estimateLift } from './estimate-lift'
import { estimateMean, estimateMeanLift } from './estimate-mean-lift'
import { estimateRate } from './estimate-rate'
import { summariseVerdict } from './summarise-verdict'

const arms = (k: number, n: number, k0: number, n0: number) => ({
  dynamic: { k, n },
  holdout: { k: k0, n: n0 },
})

describe('estimateLift', () => {
  it('gives the relative lift with its log interval and the difference', () => {
    const lift = estimateLift(arms(30, 1000, 20, 1100))
    if (lift.kind !== 'ok') throw new Error(lift.kind)
    expect(lift.relative.value).toBeCloseTo(0.65, 10)
    expect(lift.relative.lower).toBeCloseTo(-0.0568209, 6)
    expect(lift.relative.upper).toBeCloseTo(1.8865145, 6)
    expect(lift.difference.value).toBeCloseTo(0.03 - 20 / 1100, 12)
  })

  it('stays honest when the holdout has no success', () => {
    const lift = estimateLift(arms(30, 1000, 0, 100))
    if (lift.kind !== 'ok') throw new Error(lift.kind)
    expect(lift.relative.value).toBeNull()
    expect(lift.relative.upper).toBe(Infinity)
  })

  it.each([
    ['more successes than trials', arms(2, 1, 0, 1)],
    ['negative', arms(-1, 10, 0, 1)],
    ['NaN', arms(NaN, 10, 0, 1)],
    ['infinite', arms(1, Infinity, 0, 1)],
  ])('refuses %s', (_, counts) => {
    expect(estimateLift(counts).kind).toBe('invalid')
    expect(estimateRate(counts.dynamic).kind).toBe('invalid')
    expect(summariseVerdict(counts).kind).toBe('invalid')
    expect(checkHomogeneity([counts.dynamic, counts.holdout]).kind).toBe('invalid')
  })

  it('has no data without trials, and refuses an impossible level', () => {
    expect(estimateLift(arms(0, 0, 0, 10)).kind).toBe('no data')
    expect(estimateRate({ n: 0, k: 0 }).kind).toBe('no data')
    expect(estimateLift(arms(1, 2, 1, 2), 95).kind).toBe('invalid')
  })

  it('holds the point estimates and never gives NaN', () => {
    const proportion = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))
    fc.assert(
      fc.property(proportion, proportion, (dynamic, holdout) => {
        const lift = estimateLift({ dynamic, holdout })
        if (lift.kind !== 'ok') throw new Error(lift.kind)
        const { relative, difference } = lift
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

describe('summariseVerdict', () => {
  it.each([
    ['winning', arms(400, 10_000, 250, 10_000)],
    ['losing', arms(250, 10_000, 400, 10_000)],
    ['no difference yet', arms(30, 1000, 28, 1000)],
    ['not enough data', arms(3, 90, 2, 90)],
    ['not enough data', arms(0, 0, 0, 0)],
  ])('says %s', (verdict, counts) => {
    expect(summariseVerdict(counts)).toMatchObject({ kind: 'ok', verdict })
  })

  it('says so in one plain sentence', () => {
    expect(summariseVerdict(arms(400, 10_000, 250, 10_000))).toMatchObject({
      sentence: 'The dynamic ad beats the benchmark by 60 % (95 % interval +37 % to +87 %).',
    })
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

describe('estimateMeanLift', () => {
  const sumsOf = (values: number[]) => ({
    n: values.length,
    sum: values.reduce((a, b) => a + b, 0),
    sumOfSquares: values.reduce((a, b) => a + b * b, 0),
  })

  it("gives Welch's difference and the delta method's ratio", () => {
    const dynamic = sumsOf([3, 5, 7, 9])
    const holdout = sumsOf([2, 4, 4, 6])
    const lift = estimateMeanLift({ dynamic, holdout })
    if (lift.kind !== 'ok') throw new Error(lift.kind)
    expect(lift.relative.value).toBeCloseTo(0.5, 12)
    // Variances of the means: 20/3/4 and 8/3/4.
    const half = 1.959963984540054 * Math.sqrt(5 / 3 / 16 + ((2 / 3) * 36) / 256)
    expect(lift.relative.upper - lift.relative.value).toBeCloseTo(half, 10)
    expect(lift.difference.value).toBe(2)
    expect(estimateMean(dynamic)).toMatchObject({ kind: 'ok', value: 6 })
  })

  it('refuses sums that contradict each other and wants two values', () => {
    expect(estimateMean({ n: 2, sum: 10, sumOfSquares: 1 }).kind).toBe('invalid')
    expect(estimateMean({ n: NaN, sum: 1, sumOfSquares: 1 }).kind).toBe('invalid')
    expect(estimateMean({ n: 1, sum: 1, sumOfSquares: 1 }).kind).toBe('no data')
    const zero = sumsOf([0, 0])
    expect(estimateMeanLift({ dynamic: zero, holdout: zero }).kind).toBe('no data')
  })
})
