import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { estimateRatio } from './estimate-ratio'
import { estimateRatioLift } from './estimate-ratio-lift'
import type { PairSums } from './pair-sums'
import { sumPairs } from './testing/sum-pairs'

const ok = (sums: PairSums, scale: 'positive' | 'any' = 'any') => {
  const estimate = estimateRatio(sums, { scale })
  if (estimate.kind !== 'ok') throw new Error(estimate.kind)
  return estimate
}

/** Purchases: one impression in a hundred buys, for an amount between 10 and 30; each costs 0.1. */
function drawPurchases(seed: number, n: number, chance = 0.01) {
  const random = createRandom(seed)
  return Array.from({ length: n }, (): [number, number] => [
    random.next() < chance ? 10 + 20 * random.next() : 0,
    0.1,
  ])
}

describe('estimateRatio', () => {
  it('is the mean with its normal interval where every unit has the same denominator', () => {
    const values = [1, 4, 2, 8, 5]
    const { value, standardError } = ok(sumPairs(values.map((x) => [x, 2])))
    expect(value).toBe(2)
    // Standard deviation of the values: sqrt(7.5).
    expect(standardError).toBeCloseTo(Math.sqrt(7.5 / 5) / 2, 12)
  })

  it('equals the spread of the ratio over many samples', () => {
    const random = createRandom(7)
    const draw = () => {
      const visits = Array.from({ length: 400 }, (): [number, number] => {
        const pages = 1 + Math.floor(4 * random.next())
        return [pages * (20 + 10 * random.nextGaussian()), pages]
      })
      return ok(sumPairs(visits))
    }
    const samples = Array.from({ length: 500 }, draw)
    const mean = samples.reduce((sum, { value }) => sum + value, 0) / samples.length
    const spread = Math.sqrt(
      samples.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (samples.length - 1),
    )
    const error = samples.reduce((sum, s) => sum + s.standardError, 0) / samples.length
    expect(error / spread).toBeGreaterThan(0.93)
    expect(error / spread).toBeLessThan(1.07)
  })

  it('never reaches below zero on the positive scale, and has its long side above', () => {
    // Three purchases: the symmetric interval would begin below zero.
    const sums = sumPairs(drawPurchases(3, 200, 0.02))
    expect(ok(sums, 'any').lower).toBeLessThan(0)
    const { value, lower, upper } = ok(sums, 'positive')
    expect(lower).toBeGreaterThan(0)
    expect(upper - value).toBeGreaterThan(value - lower)
  })

  it('holds the truth about as often as it says, with some fifty purchases a sample', () => {
    const runs = 600
    const covered = Array.from({ length: runs }, (_, seed) =>
      ok(sumPairs(drawPurchases(seed, 5_000)), 'positive'),
    ).filter(({ lower, upper }) => lower <= 2 && 2 <= upper).length
    expect(covered / runs).toBeGreaterThan(0.925)
    expect(covered / runs).toBeLessThan(0.975)
  })

  it.each([
    ['one unit', sumPairs([[1, 1]])],
    [
      'no denominator',
      sumPairs([
        [1, 0],
        [2, 0],
      ]),
    ],
    [
      'nothing that varies',
      sumPairs([
        [0, 1],
        [0, 1],
      ]),
    ],
  ])('has no data with %s', (_, sums) => {
    expect(estimateRatio(sums)).toEqual({ kind: 'no data' })
  })

  it.each([
    ['NaN', { x: NaN }],
    ['a negative count', { n: -1 }],
    ['squares that are too small', { xx: 1 }],
    ['products that are too large', { xy: 1e6 }],
    ['negative sums of what is positive', { x: -1 }],
  ])('refuses %s', (_, wrong) => {
    const sums = {
      ...sumPairs([
        [3, 1],
        [4, 2],
      ]),
      ...wrong,
    }
    expect(estimateRatio(sums, { scale: 'positive' }).kind).toBe('invalid')
  })

  it('never gives a number that is none', () => {
    const value = fc.double({ noNaN: true, min: 0, max: 1e6 })
    const pairs = fc.array(fc.tuple(value, value), { maxLength: 6 })
    const isNumber = (value: number) => Number.isFinite(value)
    fc.assert(
      fc.property(
        pairs,
        pairs,
        fc.constantFrom('positive' as const, 'any' as const),
        (a, b, scale) => {
          const ratio = estimateRatio(sumPairs(a), { scale })
          const lift = estimateRatioLift({ dynamic: sumPairs(a), holdout: sumPairs(b) }, { scale })
          const estimates = [
            ...(ratio.kind === 'ok' ? [ratio] : []),
            ...(lift.kind === 'ok' ? [lift.relative, lift.difference] : []),
          ]
          for (const { value, standardError, lower, upper } of estimates) {
            expect([value, standardError].every(isNumber)).toBe(true)
            expect(lower <= value && value <= upper).toBe(true)
          }
        },
      ),
    )
  })
})

describe('estimateRatioLift', () => {
  it('finds a lift that is there, and none between equals', () => {
    const dynamic = sumPairs(drawPurchases(1, 20_000, 0.015))
    const holdout = sumPairs(drawPurchases(2, 20_000, 0.01))
    const lift = estimateRatioLift({ dynamic, holdout }, { scale: 'positive' })
    if (lift.kind !== 'ok') throw new Error(lift.kind)
    expect(lift.relative.lower).toBeGreaterThan(0)
    expect(lift.relative.lower).toBeLessThan(0.5)
    expect(lift.relative.upper).toBeGreaterThan(0.5)
    expect(lift.difference.value).toBeCloseTo(1, 0)
    const same = estimateRatioLift({ dynamic, holdout: dynamic }, { scale: 'positive' })
    expect(same).toMatchObject({ kind: 'ok', relative: { value: 0 }, difference: { value: 0 } })
  })
})
