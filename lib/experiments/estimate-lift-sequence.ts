import type { Interval } from '@/lib/math/intervals'
import { checkMeasures, isCounts, summariseArm } from './arm-measures'
import type { ArmMeasures } from './arm-measures'
import { checkConfidenceLevel, checkPositive, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import type { Estimate } from './estimate'
import { widenForAnyTime } from './widen-for-any-time'

export interface LiftSequence {
  readonly kind: 'ok'
  /** mean(dynamic) / mean(holdout) − 1; null when the holdout has no success. */
  readonly relative: { readonly value: number | null } & Interval
  /** mean(dynamic) − mean(holdout). */
  readonly difference: Estimate
  /** Always-valid p value of "no lift": at most alpha exactly when `relative` leaves out 0. */
  readonly pValue: number
}

export type LiftSequenceEstimate = LiftSequence | { readonly kind: 'no data' } | Invalid

export interface LiftSequenceOptions {
  readonly confidenceLevel?: number
  /** Of ln(1 + lift): lifts of about this size are found soonest. */
  readonly typicalLift?: number
}

/** Lifts of 10 to 50 % are found within a tenth of the best possible time. */
export const TYPICAL_LIFT = 0.2

/**
 * Lift of the dynamic arm over its holdout with intervals that hold however often one looks: the
 * asymptotic confidence sequence of `widenForAnyTime`, on the logarithm of the ratio (by the delta
 * method) and, tuned to the same lift, on the difference. While the dynamic arm learns they tell
 * of its average so far. `no data` where an arm has no trial (a value: below two) or its values do
 * not vary or are not positive on average; `invalid` for counts that cannot be.
 */
export function estimateLiftSequence(
  arms: ArmMeasures,
  { confidenceLevel = 0.95, typicalLift = TYPICAL_LIFT }: LiftSequenceOptions = {},
): LiftSequenceEstimate {
  const refusal = refuse(
    ...checkMeasures(arms),
    checkConfidenceLevel(confidenceLevel),
    checkPositive('The typical lift', typicalLift),
  )
  if (refusal) return refusal
  const a = summariseArm(arms.dynamic)
  const b = summariseArm(arms.holdout)
  if (!a || !b || !(a.mean > 0) || !(b.mean > 0)) return { kind: 'no data' }
  const squaredError = a.varianceOfMean / a.mean ** 2 + b.varianceOfMean / b.mean ** 2
  if (!(squaredError > 0)) return { kind: 'no data' }
  const alpha = 1 - confidenceLevel
  const logRatio = widenForAnyTime(Math.log(a.mean / b.mean), squaredError, {
    alpha,
    typicalEffect: typicalLift,
  })
  const difference = widenForAnyTime(a.mean - b.mean, a.varianceOfMean + b.varianceOfMean, {
    alpha,
    typicalEffect: typicalLift * b.mean,
  })
  const bounds = { kind: 'ok', pValue: logRatio.pValue } as const
  const ratio = { lower: Math.expm1(logRatio.lower), upper: Math.expm1(logRatio.upper) }
  if (!isCounts(arms)) {
    const relative = { value: a.mean / b.mean - 1, ...ratio }
    return { ...bounds, relative, difference: keepEstimate(difference) }
  }
  const { dynamic, holdout } = arms
  const rate = dynamic.k / dynamic.n
  const baseRate = holdout.k / holdout.n
  return {
    ...bounds,
    relative: {
      value: holdout.k === 0 ? null : rate / baseRate - 1,
      lower: dynamic.k === 0 ? -1 : ratio.lower,
      upper: holdout.k === 0 ? Infinity : ratio.upper,
    },
    difference: {
      value: rate - baseRate,
      lower: Math.max(-1, difference.lower),
      upper: Math.min(1, difference.upper),
    },
  }
}

function keepEstimate({ value, lower, upper }: Estimate): Estimate {
  return { value, lower, upper }
}
