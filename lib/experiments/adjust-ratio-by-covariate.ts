import type { AdjustedLiftEstimate, CovariateOptions } from './adjust-by-covariate'
import { checkConfidenceLevel, refuse } from './check-counts'
import { adjustDifference, liftAdjusted } from './lift-adjusted'
import type { AdjustableArm } from './lift-adjusted'
import { checkPairSums, findPairMoments } from './pair-sums'
import type { PairSums } from './pair-sums'

/** Sums of a ratio x / y during the experiment and before it, and of products across the two. */
export interface TwoPeriodRatioSums {
  readonly during: PairSums
  readonly before: PairSums
  /** Σ of the unit's value during times the one before: x·x, y·y, x·y and y·x. */
  readonly across: {
    readonly xx: number
    readonly yy: number
    readonly xy: number
    readonly yx: number
  }
}

/**
 * Lift of a ratio of sums with the same ratio from before the experiment as covariate: CUPED on
 * the linear shares of `estimateRatio` (Deng, Knoblich & Lu, KDD 2018, with Deng et al., WSDM
 * 2013). θ is the sum of the arms' covariances over the sum of their variances. Answers like
 * `adjustByCovariate`; `no data` also where a denominator sums to nothing.
 */
export function adjustRatioByCovariate(
  arms: { readonly dynamic: TwoPeriodRatioSums; readonly holdout: TwoPeriodRatioSums },
  { confidenceLevel = 0.95, theta }: CovariateOptions = {},
): AdjustedLiftEstimate {
  const refusal = refuse(
    ...checkPeriods('Dynamic arm', arms.dynamic),
    ...checkPeriods('Holdout', arms.holdout),
    checkConfidenceLevel(confidenceLevel),
    theta === undefined || Number.isFinite(theta) ? null : 'Theta must be a number.',
  )
  if (refusal) return refusal
  const a = linearizePeriods(arms.dynamic)
  const b = linearizePeriods(arms.holdout)
  if (!a || !b || b.value === 0) return { kind: 'no data' }
  const coefficient = theta ?? fitTheta(a, b)
  const lift = liftAdjusted(a, b, {
    theta: coefficient,
    confidenceLevel,
    quotient: 1 + adjustDifference(a, b, coefficient) / b.value,
  })
  return lift ?? { kind: 'no data' }
}

function checkPeriods(name: string, { during, before, across }: TwoPeriodRatioSums) {
  const pair = (xx: number, yy: number, xy: number) =>
    checkPairSums(`${name}, across`, { n: during.n, x: 0, y: 0, xx, yy, xy })
  return [
    checkPairSums(`${name}, during`, during),
    checkPairSums(`${name}, before`, before),
    pair(during.xx, before.xx, across.xx) ??
      pair(during.xx, before.yy, across.xy) ??
      pair(during.yy, before.xx, across.yx) ??
      pair(during.yy, before.yy, across.yy),
    during.n === before.n ? null : `${name}: both periods must have the same units.`,
  ]
}

function fitTheta(a: AdjustableArm, b: AdjustableArm): number {
  const variance = a.covariateVariance + b.covariateVariance
  return variance > 0 ? (a.covariance + b.covariance) / variance : 0
}

/** Both ratios, and the variances of a unit's share (x − ratio·y) / mean(y) in each. */
function linearizePeriods(sums: TwoPeriodRatioSums): AdjustableArm | null {
  const { during, before, across } = sums
  const { n } = during
  if (n < 2 || during.y === 0 || before.y === 0) return null
  const now = findPairMoments(during)
  const past = findPairMoments(before)
  const value = now.meanX / now.meanY
  const covariate = past.meanX / past.meanY
  const share = (moments: typeof now, ratio: number) =>
    (moments.varianceX - 2 * ratio * moments.covariance + ratio ** 2 * moments.varianceY) /
    moments.meanY ** 2
  const covary = (product: number, a: number, b: number) => (product - (a * b) / n) / (n - 1)
  const products =
    covary(across.xx, during.x, before.x) -
    covariate * covary(across.xy, during.x, before.y) -
    value * covary(across.yx, during.y, before.x) +
    value * covariate * covary(across.yy, during.y, before.y)
  return {
    n,
    value,
    covariate,
    variance: Math.max(0, share(now, value)),
    covariateVariance: Math.max(0, share(past, covariate)),
    covariance: products / (now.meanY * past.meanY),
  }
}
