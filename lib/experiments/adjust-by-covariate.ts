import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { liftAdjusted } from './lift-adjusted'
import type { AdjustableArm, AdjustedLift } from './lift-adjusted'
import { addPairSums, checkPairSums, findPairMoments } from './pair-sums'
import type { PairSums } from './pair-sums'

/** x: the figure during the experiment; y: the covariate, known of the same units before it. */
export interface CovariateArms {
  readonly dynamic: PairSums
  readonly holdout: PairSums
}

export interface CovariateOptions {
  readonly confidenceLevel?: number
  /** Coefficient of the covariate; by default the one that takes off most variance. */
  readonly theta?: number
}

export type AdjustedLiftEstimate = AdjustedLift | { readonly kind: 'no data' } | Invalid

/**
 * Lift of a mean with the part of its variance taken off that a covariate from before the
 * experiment explains (CUPED: Deng, Xu, Kohavi & Walker, WSDM 2013). x − θy has the same difference
 * between the arms in expectation, since the draw of the arm can't depend on what was before, and
 * 1 − ρ² of the variance. θ = Cov(x, y) / Var(y) over both arms pooled. The relative lift is over
 * the size of the holdout's unadjusted mean. `no data` below two units in an arm, where nothing
 * varies, and where the holdout's mean is 0; `invalid` for sums that contradict each other.
 */
export function adjustByCovariate(
  { dynamic, holdout }: CovariateArms,
  { confidenceLevel = 0.95, theta }: CovariateOptions = {},
): AdjustedLiftEstimate {
  const refusal = refuse(
    checkPairSums('Dynamic arm', dynamic),
    checkPairSums('Holdout', holdout),
    checkConfidenceLevel(confidenceLevel),
    theta === undefined || Number.isFinite(theta) ? null : 'Theta must be a number.',
  )
  if (refusal) return refusal
  if (dynamic.n < 2 || holdout.n < 2 || holdout.x === 0) return { kind: 'no data' }
  const a = toAdjustableArm(dynamic)
  const b = toAdjustableArm(holdout)
  const lift = liftAdjusted(a, b, {
    theta: theta ?? fitTheta(addPairSums(dynamic, holdout)),
    confidenceLevel,
    quotient: a.value / b.value,
  })
  return lift ?? { kind: 'no data' }
}

/** 0, which adjusts nothing, where the covariate doesn't vary. */
function fitTheta(pooled: PairSums): number {
  const { covariance, varianceY } = findPairMoments(pooled)
  return varianceY > 0 ? covariance / varianceY : 0
}

function toAdjustableArm(sums: PairSums): AdjustableArm {
  const { meanX, meanY, varianceX, varianceY, covariance } = findPairMoments(sums)
  return {
    n: sums.n,
    value: meanX,
    covariate: meanY,
    variance: varianceX,
    covariateVariance: varianceY,
    covariance,
  }
}
