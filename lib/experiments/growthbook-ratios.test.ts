import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { adjustByCovariate } from './adjust-by-covariate'
import { adjustRatioByCovariate } from './adjust-ratio-by-covariate'
import type { TwoPeriodRatioSums } from './adjust-ratio-by-covariate'
import { estimateRatioLift } from './estimate-ratio-lift'
import { addPairSums } from './pair-sums'
import type { PairSums } from './pair-sums'

const file = 'stats/gbstats/vectors.dev.json'

interface Mean {
  n: number
  sum: number
  sum_squares?: number
}
interface Ratio {
  _type: 'RatioStatistic'
  m_statistic: Mean
  d_statistic: Mean
  m_d_sum_of_products: number
}
interface Adjusted {
  _type: 'RegressionAdjustedStatistic'
  post_statistic: Mean
  pre_statistic: Mean
  post_pre_sum_of_products: number
  theta: number | null
}
interface AdjustedRatio {
  _type: 'RegressionAdjustedRatioStatistic'
  m_statistic_post: Mean
  d_statistic_post: Mean
  m_statistic_pre: Mean
  d_statistic_pre: Mean
  m_post_m_pre_sum_of_products: number
  d_post_d_pre_sum_of_products: number
  m_pre_d_pre_sum_of_products: number
  m_post_d_post_sum_of_products: number
  m_post_d_pre_sum_of_products: number
  m_pre_d_post_sum_of_products: number
  theta: number | null
}
type Statistic = Ratio | Adjusted | AdjustedRatio
interface Config {
  _type: string
  difference_type?: 'relative' | 'absolute'
  post_stratify?: boolean
}
interface Vector {
  test: string
  class: string
  args: [[Statistic, Statistic][], Config?]
  kwargs: { config?: Config }
  result: {
    point_estimate?: number
    standard_error?: number
    error_message?: string | null
    expected?: number
    uplift?: { stddev: number }
    errorMessage?: string | null
  }
}

const pair = (x: Mean, y: Mean, xy: number): PairSums => ({
  n: x.n,
  x: x.sum,
  y: y.sum,
  // A proportion's values are their own squares.
  xx: x.sum_squares ?? x.sum,
  yy: y.sum_squares ?? y.sum,
  xy,
})
const toPeriods = (s: AdjustedRatio): TwoPeriodRatioSums => ({
  during: pair(s.m_statistic_post, s.d_statistic_post, s.m_post_d_post_sum_of_products),
  before: pair(s.m_statistic_pre, s.d_statistic_pre, s.m_pre_d_pre_sum_of_products),
  across: {
    xx: s.m_post_m_pre_sum_of_products,
    yy: s.d_post_d_pre_sum_of_products,
    xy: s.m_post_d_pre_sum_of_products,
    yx: s.m_pre_d_post_sum_of_products,
  },
})
const toPair = (s: Ratio | Adjusted): PairSums =>
  s._type === 'RatioStatistic'
    ? pair(s.m_statistic, s.d_statistic, s.m_d_sum_of_products)
    : pair(s.post_statistic, s.pre_statistic, s.post_pre_sum_of_products)

const addPeriods = (a: TwoPeriodRatioSums, b: TwoPeriodRatioSums): TwoPeriodRatioSums => ({
  during: addPairSums(a.during, b.during),
  before: addPairSums(a.before, b.before),
  across: {
    xx: a.across.xx + b.across.xx,
    yy: a.across.yy + b.across.yy,
    xy: a.across.xy + b.across.xy,
    yx: a.across.yx + b.across.yx,
  },
})

/** Their first arm is the control. Strata are added up, as they do without post-stratification. */
function estimate({ args }: Vector) {
  const [cells] = args
  const controls = cells.map(([control]) => control)
  const treated = cells.map(([, treatment]) => treatment)
  const theta = controls[0] && 'theta' in controls[0] ? (controls[0].theta ?? undefined) : undefined
  const options = theta === undefined ? {} : { theta }
  const isPeriods = (s: Statistic) => s._type === 'RegressionAdjustedRatioStatistic'
  const isPair = (s: Statistic) => s._type !== 'RegressionAdjustedRatioStatistic'
  if (controls.every(isPeriods) && treated.every(isPeriods)) {
    return adjustRatioByCovariate(
      {
        dynamic: treated.map(toPeriods).reduce(addPeriods),
        holdout: controls.map(toPeriods).reduce(addPeriods),
      },
      options,
    )
  }
  if (!controls.every(isPair) || !treated.every(isPair)) throw new Error('mixed statistics')
  const arms = {
    dynamic: treated.map(toPair).reduce(addPairSums),
    holdout: controls.map(toPair).reduce(addPairSums),
  }
  return controls[0]?._type === 'RatioStatistic'
    ? estimateRatioLift(arms)
    : adjustByCovariate(arms, options)
}

const configOf = ({ args, kwargs }: Vector) => args[1] ?? kwargs.config

/** Why a vector says nothing about what we compute; null where it is compared. */
function findObstacle(vector: Vector): string | null {
  if (vector.class.startsWith('Sequential')) return 'sequential test'
  if (configOf(vector)?.post_stratify) return 'post-stratification'
  if (vector.result.error_message ?? vector.result.errorMessage) return 'no estimate'
  // Two of their cases are made up of sums that no values have.
  if (estimate(vector).kind === 'invalid') return 'impossible sums'
  return null
}

describeFixtures('GrowthBook vectors of ratios and of regression adjustment', file, () => {
  const vectors = readFixture<Vector[]>(file).filter(({ args }) =>
    args[0].flat().some(({ _type }) => /Ratio|Regression/.test(_type)),
  )

  it('equals every estimate and standard error that is defined here', () => {
    const compared = vectors.filter((vector) => findObstacle(vector) === null)
    expect(compared).toHaveLength(20)
    for (const vector of compared) {
      const { result, test } = vector
      const lift = estimate(vector)
      if (lift.kind !== 'ok') throw new Error(`${test}: ${lift.kind}`)
      const isAbsolute = configOf(vector)?.difference_type === 'absolute'
      const ours = isAbsolute ? lift.difference : lift.relative
      const value = result.point_estimate ?? result.expected ?? NaN
      const error = result.standard_error ?? result.uplift?.stddev ?? NaN
      expect(Math.abs(ours.value - value), test).toBeLessThan(1e-9)
      expect(Math.abs(ours.standardError - error), test).toBeLessThan(1e-9)
    }
  })

  it('says why it does not compare the others', () => {
    const obstacles = vectors.map(findObstacle).filter((obstacle) => obstacle !== null)
    expect(obstacles.toSorted()).toEqual([
      'impossible sums',
      'impossible sums',
      'no estimate',
      'no estimate',
      'no estimate',
      ...Array<string>(4).fill('post-stratification'),
      'sequential test',
    ])
  })

  it('gives no estimate where they give none', () => {
    for (const vector of vectors.filter((v) => findObstacle(v) === 'no estimate')) {
      expect(estimate(vector).kind, vector.test).not.toBe('ok')
    }
  })
})
