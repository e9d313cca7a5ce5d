import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { estimateByWeights, estimateSelfNormalized } from './estimate-by-weights'
import { addDecision, addWeightedSums, NO_WEIGHTS } from './weighted-sums'
import type { WeightedSums } from './weighted-sums'

type Logged = readonly [weight: number, reward: number]
const sumUp = (log: readonly Logged[]): WeightedSums =>
  log.reduce((sums, [weight, reward]) => addDecision(sums, weight, reward), NO_WEIGHTS)
const both = [estimateByWeights, estimateSelfNormalized]

/** Click rates of one element in three kinds of traffic, equally common: 2 % on average. */
const RATES = [0.005, 0.015, 0.04]
const TRUTH = 0.02

/**
 * A log as a learner writes it: the element is shown the more often, the better it did so far in
 * that kind of traffic, and never more rarely than one time in twenty.
 */
function simulateElement(seed: number, impressions: number) {
  const random = createRandom(seed)
  const seen = RATES.map(() => ({ n: 20, k: 0.4 }))
  let sums = NO_WEIGHTS
  let clicks = 0
  for (let shown = 0; shown < impressions; shown += 1) {
    const kind = Math.floor(random.next() * RATES.length)
    const cell = seen[kind] ?? { n: 1, k: 0 }
    const propensity = Math.min(0.95, Math.max(0.05, (0.5 * cell.k) / cell.n / TRUTH))
    if (random.next() >= propensity) continue
    const reward = random.next() < (RATES[kind] ?? 0) ? 1 : 0
    cell.n += 1
    cell.k += reward
    clicks += reward
    sums = addDecision(sums, 1 / propensity, reward)
  }
  return { sums, raw: clicks / sums.n }
}

describe('estimates by weights', () => {
  it('is the plain mean where all weights are 1', () => {
    const sums = sumUp([1, 0, 0, 1, 0].map((reward) => [1, reward]))
    for (const estimate of both) {
      expect(estimate(sums, { unit: 'rate' })).toMatchObject({ kind: 'ok', value: 0.4 })
    }
  })

  it('sees through traffic that a learner steered, where the raw rate does not', () => {
    const runs = Array.from({ length: 250 }, (_, seed) => simulateElement(seed, 4_000))
    const estimates = runs.map(({ sums }) => estimateSelfNormalized(sums, { unit: 'rate' }))
    const ok = estimates.flatMap((estimate) => (estimate.kind === 'ok' ? [estimate] : []))
    expect(ok).toHaveLength(runs.length)
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(runs.map(({ raw }) => raw))).toBeGreaterThan(1.3 * TRUTH)
    expect(Math.abs(mean(ok.map(({ value }) => value)) / TRUTH - 1)).toBeLessThan(0.06)
    const covered = ok.filter(({ lower, upper }) => lower <= TRUTH && TRUTH <= upper)
    expect(covered.length / runs.length).toBeGreaterThan(0.93)
  })

  it('adds up: two days are the sums of both', () => {
    const a: Logged[] = [
      [2, 1],
      [1, 0],
    ]
    const b: Logged[] = [
      [5, 1],
      [3, 0.5],
    ]
    expect(addWeightedSums(sumUp(a), sumUp(b))).toEqual(sumUp([...a, ...b]))
  })

  it('bounds a rate of which nothing was seen', () => {
    const sums = sumUp(Array.from({ length: 200 }, (_, n): Logged => [1 + (n % 3), 0]))
    for (const estimate of both) {
      const result = estimate(sums, { unit: 'rate' })
      if (result.kind !== 'ok') throw new Error(result.kind)
      expect(result).toMatchObject({ value: 0, lower: 0 })
      expect(result.upper).toBeGreaterThan(0.015)
      expect(result.upper).toBeLessThan(0.04)
    }
  })

  it('clips a rate that the weights carry beyond 1 or below 0, and says so', () => {
    const sums = sumUp([
      [10, 1],
      [10, 1],
      [0.1, 0],
    ])
    const result = estimateByWeights(sums, { unit: 'rate' })
    expect(result).toMatchObject({ kind: 'ok', value: 1, upper: 1, isClipped: true })
    const amount = estimateByWeights(sums, { unit: 'amount' })
    expect(amount).toMatchObject({ kind: 'ok', value: 20 / 3, isClipped: false })
  })

  it.each([
    ['NaN', { w: NaN }],
    ['a negative count', { n: -1 }],
    ['negative weights', { w: -5 }],
    ['squares that are too small', { ww: 0.1 }],
    ['rewards above the weights', { wr: 100, wwrr: 1e6, wwr: 0 }],
    ['a level of 1', {}, 1],
  ])('refuses %s', (_, wrong, confidenceLevel = 0.95) => {
    const sums = {
      ...sumUp([
        [1, 1],
        [2, 0],
        [2, 0],
      ]),
      ...wrong,
    }
    for (const estimate of both) {
      expect(estimate(sums, { unit: 'rate', confidenceLevel }).kind).toBe('invalid')
    }
  })

  it('has no data without decisions or weights', () => {
    for (const estimate of both) {
      expect(estimate(NO_WEIGHTS, { unit: 'rate' })).toEqual({ kind: 'no data' })
      expect(
        estimate(
          sumUp([
            [0, 1],
            [0, 0],
          ]),
          { unit: 'rate' },
        ),
      ).toEqual({ kind: 'no data' })
    }
  })

  it('keeps every rate and every interval of one between 0 and 1', () => {
    // A weight is a ratio of chances: its square is never too small to be a number.
    const weight = fc.double({ noNaN: true, min: 1e-6, max: 1e3 })
    const decision = fc.tuple(
      fc.oneof(fc.constant(0), weight),
      fc.oneof(fc.constant(0), fc.double({ noNaN: true, min: 1e-6, max: 1 })),
    )
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 20 }), (log) => {
        for (const estimate of both) {
          const result = estimate(sumUp(log), { unit: 'rate' })
          if (result.kind === 'no data') continue
          if (result.kind === 'invalid') throw new Error(result.issues.join())
          expect(result.lower).toBeGreaterThanOrEqual(0)
          expect(result.upper).toBeLessThanOrEqual(1)
          expect(result.lower <= result.value && result.value <= result.upper).toBe(true)
          expect(Number.isFinite(result.standardError)).toBe(true)
        }
      }),
    )
  })
})
