import { findRoot } from '@/lib/math/find-root'
import type { Interval } from '@/lib/math/intervals'
import { checkMeasures, isCounts, summariseArm } from './arm-measures'
import type { ArmMeasures } from './arm-measures'
import { checkConfidenceLevel, checkPositive, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import type { Estimate } from './estimate'
import { USUAL_WEIGHT, weighLift } from './lift-evidence'
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
/** Of ln(1 + lift): far finer than anybody could tell. */
const TOLERANCE = 1e-10

/**
 * Lift of the dynamic arm over its holdout with intervals that hold however often one looks: all
 * lifts against which `weighLift` has not yet gathered 1 / alpha of evidence, and for the
 * difference the asymptotic confidence sequence of `widenForAnyTime`, tuned to the same lift.
 * While the dynamic arm learns they tell of its average so far. `no data` where an arm has no
 * trial (a value: below two) or its values do not vary or are not positive on average; `invalid`
 * for counts that cannot be.
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
  const dynamic = summariseArm(arms.dynamic)
  const holdout = summariseArm(arms.holdout)
  if (!dynamic || !holdout || !(dynamic.mean > 0) || !(holdout.mean > 0)) return { kind: 'no data' }
  const squaredError = dynamic.varianceOfMean + holdout.varianceOfMean
  const squaredLogError =
    dynamic.varianceOfMean / dynamic.mean ** 2 + holdout.varianceOfMean / holdout.mean ** 2
  if (!(squaredError > 0) || !Number.isFinite(squaredLogError)) return { kind: 'no data' }
  const center = Math.log(dynamic.mean / holdout.mean)
  const evidence = weighLift(arms, { center, squaredLogError }, typicalLift)
  const alpha = 1 - confidenceLevel
  const excess = (logRatio: number) => evidence(logRatio) + Math.log(alpha)
  // No lift is farther away than the usual part of the evidence alone would leave.
  const farthest = widenForAnyTime(center, squaredLogError, {
    alpha: alpha * USUAL_WEIGHT,
    typicalEffect: typicalLift,
  })
  const lower = findRoot(excess, farthest.lower, center, TOLERANCE)
  const upper = findRoot(excess, center, farthest.upper, TOLERANCE)
  const share = arms.dynamic.n / (arms.dynamic.n + arms.holdout.n)
  const pooledMean = share * dynamic.mean + (1 - share) * holdout.mean
  const difference = widenForAnyTime(dynamic.mean - holdout.mean, squaredError, {
    alpha,
    typicalEffect: typicalLift * pooledMean,
  })
  return {
    kind: 'ok',
    pValue: Math.min(1, Math.exp(-evidence(0))),
    ...describeLift(arms, { lower: Math.expm1(lower), upper: Math.expm1(upper) }, difference),
  }
}

/** The plain estimates, and ends where there are none: no success at all on one side. */
function describeLift(
  arms: ArmMeasures,
  ratio: Interval,
  { value, lower, upper }: Estimate,
): Pick<LiftSequence, 'relative' | 'difference'> {
  if (!isCounts(arms)) {
    const relative = { value: meanOf(arms.dynamic) / meanOf(arms.holdout) - 1, ...ratio }
    return { relative, difference: { value, lower, upper } }
  }
  const { dynamic, holdout } = arms
  const rate = dynamic.k / dynamic.n
  const baseRate = holdout.k / holdout.n
  return {
    relative: {
      value: holdout.k === 0 ? null : rate / baseRate - 1,
      lower: dynamic.k === 0 ? -1 : ratio.lower,
      upper: holdout.k === 0 ? Infinity : ratio.upper,
    },
    difference: {
      value: rate - baseRate,
      lower: Math.max(-1, lower),
      upper: Math.min(1, upper),
    },
  }
}

function meanOf({ n, sum }: { readonly n: number; readonly sum: number }): number {
  return sum / n
}
