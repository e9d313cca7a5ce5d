import { boundEstimate } from './estimate-ratio'
import type { RatioEstimate } from './estimate-ratio'

/**
 * One arm of a figure and of its covariate, the same figure before the experiment. The variances
 * and the covariance are those of one unit's linear share in either: divided by n, they are those
 * of the figure.
 */
export interface AdjustableArm {
  readonly n: number
  readonly value: number
  readonly covariate: number
  readonly variance: number
  readonly covariateVariance: number
  readonly covariance: number
}

export interface AdjustedLift {
  readonly kind: 'ok'
  /** (dynamic − holdout, both adjusted) over the size of the holdout's unadjusted figure. */
  readonly relative: Omit<RatioEstimate, 'kind'>
  readonly difference: Omit<RatioEstimate, 'kind'>
  /** How much of the covariate is taken off. */
  readonly theta: number
  /** Share of the difference's variance that the covariate explains: 0.36 is a third less. */
  readonly explained: number
}

interface LiftSettings {
  readonly theta: number
  readonly confidenceLevel: number
  /** Quotient of the arms at which the relative lift is linearised. */
  readonly quotient: number
}

/** Variance of one unit of value·a − covariate·b. */
const combine = (arm: AdjustableArm, a: number, b: number) =>
  (a * a * arm.variance + b * b * arm.covariateVariance - 2 * a * b * arm.covariance) / arm.n

/** The covariate's coefficient times what the arms differ in it, taken off their difference. */
export function adjustDifference(a: AdjustableArm, b: AdjustableArm, theta: number): number {
  return a.value - b.value - theta * (a.covariate - b.covariate)
}

/**
 * The lift of arm `a` over arm `b` with the covariate's part taken off, and its error by the delta
 * method (Deng, Xu, Kohavi & Walker, WSDM 2013, for the difference); null where the error is 0 or
 * no number.
 */
export function liftAdjusted(
  a: AdjustableArm,
  b: AdjustableArm,
  { theta, confidenceLevel, quotient }: LiftSettings,
): AdjustedLift | null {
  const difference = adjustDifference(a, b, theta)
  const variance = combine(a, 1, theta) + combine(b, 1, theta)
  const plain = combine(a, 1, 0) + combine(b, 1, 0)
  const relativeVariance = (combine(a, 1, theta) + combine(b, quotient, theta)) / b.value ** 2
  if (!(variance > 0) || !Number.isFinite(relativeVariance + variance)) return null
  const estimate = (value: number, standardError: number) => ({
    value,
    ...boundEstimate(value, standardError, { confidenceLevel, scale: 'any' }),
    standardError,
  })
  return {
    kind: 'ok',
    relative: estimate(difference / Math.abs(b.value), Math.sqrt(Math.max(0, relativeVariance))),
    difference: estimate(difference, Math.sqrt(variance)),
    theta,
    explained: plain > 0 ? 1 - variance / plain : 0,
  }
}
