import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { adjustByCovariate } from './adjust-by-covariate'
import { sumPairs } from './testing/sum-pairs'

/** Spend before and during an experiment, correlated by ρ; the lift of the mean is `effect`. */
function drawArm(random: ReturnType<typeof createRandom>, n: number, rho: number, effect = 0) {
  return sumPairs(
    Array.from({ length: n }, (): [number, number] => {
      const before = random.nextGaussian()
      const own = random.nextGaussian()
      return [10 + effect + rho * before + Math.sqrt(1 - rho * rho) * own, 5 + before]
    }),
  )
}

function lift(arms: Parameters<typeof adjustByCovariate>[0], theta?: number) {
  const estimate = adjustByCovariate(arms, theta === undefined ? {} : { theta })
  if (estimate.kind !== 'ok') throw new Error(estimate.kind)
  return estimate
}

describe('adjustByCovariate', () => {
  it.each([0, 0.3, 0.6, 0.9])('takes off the share ρ² of the variance for ρ = %d', (rho) => {
    const random = createRandom(11)
    const runs = Array.from({ length: 300 }, () => {
      const arms = { dynamic: drawArm(random, 300, rho, 0.2), holdout: drawArm(random, 300, rho) }
      return { adjusted: lift(arms), plain: lift(arms, 0) }
    })
    const spread = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    }
    const values = runs.map(({ adjusted }) => adjusted.difference.value)
    // What it says, and what really happens to the estimates.
    const said = runs.reduce((sum, { adjusted }) => sum + adjusted.explained, 0) / runs.length
    expect(said).toBeGreaterThan(rho * rho - 0.02)
    expect(said).toBeLessThan(rho * rho + 0.02)
    const happened = spread(values) / spread(runs.map(({ plain }) => plain.difference.value))
    expect(happened / (1 - rho * rho)).toBeGreaterThan(0.75)
    expect(happened / (1 - rho * rho)).toBeLessThan(1.3)
    // The estimate stays where it was, and its interval holds the truth.
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean).toBeGreaterThan(0.17)
    expect(mean).toBeLessThan(0.23)
    const covered = runs.filter(
      ({ adjusted: { difference } }) => difference.lower <= 0.2 && 0.2 <= difference.upper,
    )
    expect(covered.length / runs.length).toBeGreaterThan(0.91)
  })

  it('adjusts nothing by a covariate that never varies', () => {
    const arms = {
      dynamic: sumPairs([
        [1, 3],
        [2, 3],
        [4, 3],
      ]),
      holdout: sumPairs([
        [1, 3],
        [2, 3],
        [2, 3],
      ]),
    }
    expect(lift(arms)).toMatchObject({ theta: 0, explained: 0, relative: { value: 0.4 } })
  })

  it.each([
    ['one unit', sumPairs([[1, 1]]), 'no data'],
    [
      'a mean of 0',
      sumPairs([
        [0, 1],
        [0, 2],
      ]),
      'no data',
    ],
    [
      'sums that contradict each other',
      {
        ...sumPairs([
          [1, 1],
          [2, 2],
        ]),
        xx: 0,
      },
      'invalid',
    ],
    [
      'NaN',
      {
        ...sumPairs([
          [1, 1],
          [2, 2],
        ]),
        xy: NaN,
      },
      'invalid',
    ],
  ])('gives no lift over a holdout with %s', (_, holdout, kind) => {
    const dynamic = sumPairs([
      [1, 1],
      [2, 3],
    ])
    expect(adjustByCovariate({ dynamic, holdout }).kind).toBe(kind)
  })

  it('refuses a theta that is no number', () => {
    const arm = sumPairs([
      [1, 1],
      [2, 3],
    ])
    expect(adjustByCovariate({ dynamic: arm, holdout: arm }, { theta: NaN }).kind).toBe('invalid')
  })

  it('never gives a number that is none', () => {
    const value = fc.double({ noNaN: true, min: -1e6, max: 1e6 })
    const pairs = fc.array(fc.tuple(value, value), { maxLength: 6 }).map(sumPairs)
    fc.assert(
      fc.property(pairs, pairs, (dynamic, holdout) => {
        const estimate = adjustByCovariate({ dynamic, holdout })
        if (estimate.kind !== 'ok') return
        for (const one of [estimate.relative, estimate.difference]) {
          expect(Object.values(one).every(Number.isFinite)).toBe(true)
        }
        expect(Number.isFinite(estimate.explained)).toBe(true)
      }),
    )
  })
})
