import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { boundEstimate, checkSign, linearizeRatio } from './estimate-ratio'
import type { RatioEstimate, RatioOptions } from './estimate-ratio'
import { checkPairSums } from './pair-sums'
import type { PairSums } from './pair-sums'

export interface RatioArms {
  readonly dynamic: PairSums
  readonly holdout: PairSums
}

export type RatioLiftEstimate =
  | {
      readonly kind: 'ok'
      /** (ratio(dynamic) − ratio(holdout)) / |ratio(holdout)|. */
      readonly relative: Omit<RatioEstimate, 'kind'>
      /** ratio(dynamic) − ratio(holdout). */
      readonly difference: Omit<RatioEstimate, 'kind'>
    }
  | { readonly kind: 'no data' }
  | Invalid

/**
 * Lift of a ratio of sums over that of the randomised holdout, both by the delta method over the
 * units (Deng, Knoblich & Lu, KDD 2018): the arms are independent, so their variances add, for the
 * relative lift as Va/b² + Vb·a²/b⁴. On the `positive` scale the relative lift is bounded through
 * the logarithm of 1 + lift, like `ratioInterval` of two rates. `no data` where either ratio has
 * none (`estimateRatio`) or the holdout's is 0.
 */
export function estimateRatioLift(
  { dynamic, holdout }: RatioArms,
  { confidenceLevel = 0.95, scale = 'any' }: RatioOptions = {},
): RatioLiftEstimate {
  const refusal = refuse(
    checkPairSums('Dynamic arm', dynamic),
    checkPairSums('Holdout', holdout),
    checkSign('Dynamic arm', dynamic, scale),
    checkSign('Holdout', holdout, scale),
    checkConfidenceLevel(confidenceLevel),
  )
  if (refusal) return refusal
  const a = linearizeRatio(dynamic)
  const b = linearizeRatio(holdout)
  if (!a || !b || a.variance === 0 || b.variance === 0 || b.value === 0) return { kind: 'no data' }
  const size = Math.abs(b.value)
  const relativeError = Math.sqrt(a.variance + b.variance * (a.value / b.value) ** 2) / size
  if (!Number.isFinite(relativeError)) return { kind: 'no data' }
  // About one more than the lift: the quotient of the arms, of which a logarithm can be taken.
  const lift = (a.value - b.value) / size
  const bounds = boundEstimate(1 + lift, relativeError, { confidenceLevel, scale })
  const difference = a.value - b.value
  const differenceError = Math.sqrt(a.variance + b.variance)
  return {
    kind: 'ok',
    relative: {
      value: lift,
      lower: bounds.lower - 1,
      upper: bounds.upper - 1,
      standardError: relativeError,
    },
    difference: {
      value: difference,
      // A difference may be negative whatever the ratios are.
      ...boundEstimate(difference, differenceError, { confidenceLevel, scale: 'any' }),
      standardError: differenceError,
    },
  }
}
