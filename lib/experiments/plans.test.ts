import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { planDuration } from './plan-duration'
import { findSmallestLift, planLiftSequence } from './plan-lift-sequence'
import { estimateMeanPower, findSmallestMeanDifference, planMeans } from './plan-means'
import { estimateRatePower, findSmallestRateDifference, planRates } from './plan-rates'
import { ok } from './testing/arms'

const file = 'stats/sample-size/evanmiller_grid.json'

interface Grid {
  rows: {
    baseline: number
    absolute_mde: number
    alpha: number
    power: number
    n_per_arm_evanmiller_formula: number
    n_per_arm_exact: number
  }[]
}

describeFixtures("Evan Miller's sample sizes", file, () => {
  const { rows } = readFixture<Grid>(file)

  it('are ours, in all rows', () => {
    expect(rows).toHaveLength(144)
    for (const row of rows) {
      const { baseline: baselineRate, absolute_mde: difference, alpha, power } = row
      const plan = { baselineRate, difference, alpha, power }
      const { exact, dynamic, holdout, impressions } = ok(planRates(plan))
      expect(Math.abs(exact / 2 / row.n_per_arm_exact - 1)).toBeLessThan(1e-9)
      expect(Math.round(exact / 2)).toBe(row.n_per_arm_evanmiller_formula)
      expect(dynamic).toBe(Math.ceil(row.n_per_arm_exact))
      expect([holdout, impressions]).toEqual([dynamic, 2 * dynamic])
      expect(ok(estimateRatePower(plan, exact)).power).toBeCloseTo(power, 9)
      const found = ok(findSmallestRateDifference(plan, exact)).difference
      expect(Math.abs(found / difference - 1)).toBeLessThan(1e-9)
    }
  })
})

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
const baselineRate = fc.double({ min: 1e-4, max: 0.45, noNaN: true })

describe('planRates', () => {
  it('wants more for smaller effects and more lopsided splits', () => {
    fc.assert(
      fc.property(baselineRate, share, (rate, dynamicShare) => {
        const size = (difference: number, part: number) =>
          ok(planRates({ baselineRate: rate, difference, dynamicShare: part })).exact
        const difference = rate / 10
        expect(size(difference / 2, dynamicShare)).toBeGreaterThan(size(difference, dynamicShare))
        const moreEven = (dynamicShare + 0.5) / 2
        expect(size(difference, moreEven)).toBeLessThanOrEqual(
          size(difference, dynamicShare) * (1 + 0.1),
        )
      }),
    )
  })

  it('has power and smallest difference as its inverses, whatever the split', () => {
    fc.assert(
      fc.property(baselineRate, share, (rate, dynamicShare) => {
        const plan = { baselineRate: rate, difference: rate / 5, dynamicShare, power: 0.9 }
        const { exact } = ok(planRates(plan))
        expect(ok(estimateRatePower(plan, exact)).power).toBeCloseTo(0.9, 8)
        const { difference } = ok(findSmallestRateDifference(plan, exact))
        expect(difference / plan.difference).toBeCloseTo(1, 8)
      }),
    )
  })

  it.each([
    ['no difference', { baselineRate: 0.1, difference: 0 }],
    ['a rate above 1', { baselineRate: 0.9, difference: 0.2 }],
    ['no rate', { baselineRate: 0, difference: 0.2 }],
    ['NaN', { baselineRate: NaN, difference: NaN }],
    ['no split', { baselineRate: 0.1, difference: 0.1, dynamicShare: 1 }],
    ['power below alpha', { baselineRate: 0.1, difference: 0.1, power: 0.01 }],
  ])('refuses %s', (_, plan) => {
    expect(planRates(plan).kind).toBe('invalid')
    expect(estimateRatePower(plan, 100).kind).toBe('invalid')
  })

  it('refuses impressions that cannot be, or that find nothing', () => {
    const plan = { baselineRate: 0.1, difference: 0.1 }
    expect(estimateRatePower(plan, 0).kind).toBe('invalid')
    expect(findSmallestRateDifference(plan, NaN).kind).toBe('invalid')
    expect(findSmallestRateDifference(plan, 2).kind).toBe('invalid')
  })
})

describe('planMeans', () => {
  it('is the textbook formula, and its inverses', () => {
    const plan = { standardDeviation: 4, difference: 0.5 }
    const { exact } = ok(planMeans(plan))
    expect(exact).toBeCloseTo(((1.959963984540054 + 0.8416212335729143) ** 2 * 16 * 4) / 0.25, 6)
    expect(ok(estimateMeanPower(plan, exact)).power).toBeCloseTo(0.8, 9)
    expect(ok(findSmallestMeanDifference(plan, exact)).difference).toBeCloseTo(0.5, 9)
  })

  it('splits as told', () => {
    const size = ok(planMeans({ standardDeviation: 1, difference: 0.1, dynamicShare: 0.8 }))
    expect(size.dynamic / size.holdout).toBeCloseTo(4, 1)
    expect(size.impressions).toBe(size.dynamic + size.holdout)
  })

  it.each([
    ['no difference', { standardDeviation: 1, difference: 0 }],
    ['no spread', { standardDeviation: 0, difference: 1 }],
    ['NaN', { standardDeviation: NaN, difference: NaN }],
  ])('refuses %s', (_, plan) => {
    expect(planMeans(plan).kind).toBe('invalid')
    expect(estimateMeanPower(plan, 10).kind).toBe('invalid')
  })
})

describe('planLiftSequence', () => {
  it('wants more than a test for one look, but not several times as much', () => {
    fc.assert(
      fc.property(baselineRate, share, (rate, dynamicShare) => {
        for (const lift of [0.05, 0.1, 0.2, 0.5]) {
          const once = ok(planRates({ baselineRate: rate, difference: rate * lift, dynamicShare }))
          const always = ok(planLiftSequence({ baselineRate: rate, lift, dynamicShare }))
          expect(always.exact).toBeGreaterThan(once.exact)
          expect(always.exact).toBeLessThan(4 * once.exact)
        }
      }),
    )
  })

  it('has the smallest lift as its inverse', () => {
    fc.assert(
      fc.property(baselineRate, share, (rate, dynamicShare) => {
        const plan = { baselineRate: rate, lift: 0.15, dynamicShare }
        const { exact } = ok(planLiftSequence(plan))
        expect(ok(findSmallestLift(plan, exact)).lift).toBeCloseTo(0.15, 8)
      }),
    )
    expect(findSmallestLift({ baselineRate: 0.1 }, 3).kind).toBe('invalid')
    expect(findSmallestLift({ baselineRate: 0.1 }, NaN).kind).toBe('invalid')
  })

  it.each([
    ['no lift', { baselineRate: 0.1, lift: 0 }],
    ['a rate above 1', { baselineRate: 0.9, lift: 0.2 }],
    ['a rate of 0', { baselineRate: 0.1, lift: -1 }],
    ['NaN', { baselineRate: 0.1, lift: NaN }],
  ])('refuses %s', (_, plan) => {
    expect(planLiftSequence(plan).kind).toBe('invalid')
  })
})

describe('planDuration', () => {
  it('counts whole days', () => {
    expect(planDuration(10_001, 5_000)).toEqual({ kind: 'ok', days: 3 })
    expect(planDuration(10_000, 5_000)).toEqual({ kind: 'ok', days: 2 })
  })

  it.each([
    [0, 1],
    [1, 0],
    [NaN, 1],
    [1, Infinity],
  ])('refuses %d at %d a day', (impressions, perDay) => {
    expect(planDuration(impressions, perDay).kind).toBe('invalid')
  })
})
