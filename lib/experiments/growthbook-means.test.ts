import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { adjustByCovariate } from './adjust-by-covariate'
import { estimateSequence } from './estimate-difference-sequence'
import type { MeanSums } from './mean-sums'
import type { PairSums } from './pair-sums'
import { testMeans } from './test-means'
import { ok } from './testing/arms'

const file = 'stats/gbstats/vectors.dev.json'
const TOLERANCE = 1e-6

interface Mean {
  _type: string
  n: number
  sum: number
  sum_squares?: number
}
interface Config {
  difference_type?: 'relative' | 'absolute'
  post_stratify?: boolean
  sequential_tuning_parameter?: number
}
interface Vector {
  test: string
  class: string
  args: [[Mean, Mean][], Config?]
  kwargs: { config?: Config }
  result: {
    point_estimate?: number
    standard_error?: number
    error_message?: string | null
    expected?: number
    ci?: [number | string, number | string]
    uplift?: { stddev: number }
    pValue?: number
    errorMessage?: string | null
  }
}

interface Adjusted {
  n: number
  post_statistic: { sum: number; sum_squares: number }
  pre_statistic: { sum: number; sum_squares: number }
  post_pre_sum_of_products: number
}

const toPairSums = (statistic: Adjusted): PairSums => ({
  n: statistic.n,
  x: statistic.post_statistic.sum,
  y: statistic.pre_statistic.sum,
  xx: statistic.post_statistic.sum_squares,
  yy: statistic.pre_statistic.sum_squares,
  xy: statistic.post_pre_sum_of_products,
})

const configOf = ({ args, kwargs }: Vector): Config => args[1] ?? kwargs.config ?? {}
const isPlainMean = ({ _type }: Mean) => /^(SampleMean|Proportion)Statistic$/.test(_type)

/** Their variance of a proportion is divided by n, that of a mean by n − 1. */
function squaresOf({ n, sum, sum_squares: squares }: Mean): number {
  const rate = sum / n
  return squares ?? n * rate * rate + (n - 1) * rate * (1 - rate)
}

/** Their first arm is the control. Strata are added up, as they do without post-stratification. */
function compareMeans(vector: Vector) {
  const [cells] = vector.args
  const add = (means: Mean[]) =>
    means.reduce<MeanSums>(
      (sums, mean) => ({
        n: sums.n + mean.n,
        sum: sums.sum + mean.sum,
        sumOfSquares: sums.sumOfSquares + squaresOf(mean),
      }),
      { n: 0, sum: 0, sumOfSquares: 0 },
    )
  const arms = {
    dynamic: add(cells.map(([, treatment]) => treatment)),
    holdout: add(cells.map(([control]) => control)),
  }
  const tested = testMeans(arms)
  if (tested.kind !== 'ok') return tested
  const isAbsolute = configOf(vector).difference_type === 'absolute'
  // Their relative difference is over the size of the control, ours only over a positive one.
  const test = isAbsolute ? tested.difference : tested.relative
  return test
    ? { kind: 'ok' as const, ...test, trials: arms.dynamic.n + arms.holdout.n }
    : { kind: 'no data' as const }
}

/** Why a vector says nothing about what we compute; null where it is compared. */
function findObstacle(vector: Vector): string | null {
  const { class: name, args, result } = vector
  if (/Bayesian|Bandit/.test(name)) return 'Bayesian'
  if (!args[0].flat().every(isPlainMean)) {
    return name.startsWith('Sequential') ? 'sequence of a covariate' : 'growthbook-ratios.test.ts'
  }
  if (name.startsWith('SequentialOneSided')) return 'one-sided sequence'
  if (configOf(vector).post_stratify) return 'post-stratification'
  if (result.error_message ?? result.errorMessage) return 'no estimate'
  return null
}

const close = (actual: number, expected: unknown, test: string) => {
  if (typeof expected !== 'number') throw new Error(`${test}: no number to compare with`)
  expect(Math.abs(actual - expected), test).toBeLessThan(TOLERANCE)
}

describeFixtures('GrowthBook vectors of means and proportions', file, () => {
  const vectors = readFixture<Vector[]>(file)
  const of = (name: string) =>
    vectors.filter((vector) => vector.class === name && findObstacle(vector) === null)

  it('equals every effect and its standard error', () => {
    expect(of('EffectMoments')).toHaveLength(15)
    for (const vector of of('EffectMoments')) {
      const { result, test } = vector
      const ours = ok(compareMeans(vector))
      close(ours.value, result.point_estimate, test)
      close(ours.standardError, result.standard_error, test)
    }
  })

  it('equals every two-sided t test, its interval and p value', () => {
    expect(of('TwoSidedTTest')).toHaveLength(7)
    for (const vector of of('TwoSidedTTest')) {
      const { result, test } = vector
      const ours = ok(compareMeans(vector))
      close(ours.value, result.expected, test)
      close(ours.standardError, result.uplift?.stddev, test)
      close(ours.lower, result.ci?.[0], test)
      close(ours.upper, result.ci?.[1], test)
      close(ours.pValue, result.pValue, test)
    }
  })

  it('equals the p value of every one-sided t test', () => {
    const greater = of('OneSidedTreatmentGreaterTTest')
    const lesser = of('OneSidedTreatmentLesserTTest')
    expect([greater.length, lesser.length]).toEqual([1, 2])
    for (const vector of greater) {
      close(ok(compareMeans(vector)).pValueGreater, vector.result.pValue, vector.test)
    }
    for (const vector of lesser) {
      close(1 - ok(compareMeans(vector)).pValueGreater, vector.result.pValue, vector.test)
    }
  })

  it('equals every sequential test, its interval and p value', () => {
    expect(of('SequentialTwoSidedTTest')).toHaveLength(5)
    for (const vector of of('SequentialTwoSidedTTest')) {
      const { result, test } = vector
      const { value, standardError, trials } = ok(compareMeans(vector))
      const tunedToTrials = configOf(vector).sequential_tuning_parameter ?? 5_000
      const ours = ok(estimateSequence(value, standardError, trials, { tunedToTrials }))
      close(ours.lower, result.ci?.[0], test)
      close(ours.upper, result.ci?.[1], test)
      close(ours.pValue, result.pValue, test)
    }
  })

  it('equals the sequential test of a mean adjusted by a covariate', () => {
    const adjusted = vectors.filter(
      ({ class: name, args }) =>
        name === 'SequentialTwoSidedTTest' && !args[0].flat().every(isPlainMean),
    )
    expect(adjusted).toHaveLength(1)
    for (const vector of adjusted) {
      const [control, treatment] = vector.args[0][0] as unknown as [Adjusted, Adjusted]
      const arms = { dynamic: toPairSums(treatment), holdout: toPairSums(control) }
      const { relative } = ok(adjustByCovariate(arms))
      const trials = treatment.n + control.n
      const ours = ok(estimateSequence(relative.value, relative.standardError, trials))
      close(ours.value, vector.result.expected, vector.test)
      close(ours.lower, vector.result.ci?.[0], vector.test)
      close(ours.upper, vector.result.ci?.[1], vector.test)
      close(ours.pValue, vector.result.pValue, vector.test)
    }
  })

  it('gives no estimate where they give none', () => {
    const refused = vectors.filter((vector) => findObstacle(vector) === 'no estimate')
    expect(refused).toHaveLength(5)
    for (const vector of refused) expect(compareMeans(vector).kind, vector.test).not.toBe('ok')
  })

  it('leaves none out unsaid', () => {
    const counts = new Map<string, number>()
    for (const vector of vectors) {
      const obstacle = findObstacle(vector) ?? 'compared'
      counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      compared: 30,
      'no estimate': 5,
      Bayesian: 9,
      'growthbook-ratios.test.ts': 29,
      'sequence of a covariate': 1,
      'one-sided sequence': 2,
      'post-stratification': 4,
    })
  })
})
