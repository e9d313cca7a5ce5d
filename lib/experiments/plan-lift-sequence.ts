import { findRoot } from '@/lib/math/find-root'
import { normalQuantile } from '@/lib/math/normal'
import { checkShare, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { TYPICAL_LIFT } from './estimate-lift-sequence'
import { USUAL_WEIGHT } from './lift-evidence'
import { checkImpressions, checkPlan, splitImpressions } from './plan-test'
import type { SampleSize, TestPlanOptions } from './plan-test'
import { widenForAnyTime } from './widen-for-any-time'

export interface LiftSequencePlan extends TestPlanOptions {
  /** Rate of the holdout. */
  readonly baselineRate: number
  /** The smallest lift worth finding: 0.1 is +10 %. */
  readonly lift: number
}

const SMALLEST_ERROR = 1e-12
const LARGEST_ERROR = 1e6

/**
 * Impressions after which `judgeArms`, asked as often as one likes, has found a lift of this size
 * with the power asked for. As many as it takes for the usual part of `weighLift` to leave out 0 at
 * that very moment; since it may do so at any time before, the true power is higher, and
 * most pilots end sooner. Counted in the squared error V of ln(1 + lift), which N impressions make
 * ((1 − q)/(q w) + (1 − p)/(p (1 − w))) / N for rates p and q = p(1 + lift).
 */
export function planLiftSequence(plan: LiftSequencePlan): SampleSize {
  const { baselineRate, lift, dynamicShare = 0.5 } = plan
  const rate = baselineRate * (1 + lift)
  const refusal = refuse(
    checkShare('The baseline rate', baselineRate),
    lift !== 0 ? null : 'The lift must not be 0.',
    rate > 0 && rate < 1 ? null : 'The rate to find must lie between 0 and 1.',
    ...checkPlan(plan),
  )
  if (refusal) return refusal
  const missing = (logError: number) => missingLift(plan, Math.exp(logError))
  const logError = findRoot(missing, Math.log(SMALLEST_ERROR), Math.log(LARGEST_ERROR))
  return splitImpressions(errorOfOne(plan) / Math.exp(logError), dynamicShare)
}

/** The smallest rise, as a lift, that so many impressions of both arms find with the power asked for. */
export function findSmallestLift(
  plan: Omit<LiftSequencePlan, 'lift'>,
  impressions: number,
): { readonly kind: 'ok'; readonly lift: number } | Invalid {
  const refusal = refuse(
    checkShare('The baseline rate', plan.baselineRate),
    ...checkPlan(plan),
    checkImpressions(impressions),
  )
  if (refusal) return refusal
  const missing = (lift: number) =>
    missingLift({ ...plan, lift }, errorOfOne({ ...plan, lift }) / impressions)
  const largest = (1 - 1e-9) / plan.baselineRate - 1
  if (missing(largest) > 0) {
    return { kind: 'invalid', issues: ['So few impressions find no lift at all.'] }
  }
  return { kind: 'ok', lift: findRoot(missing, 0, largest) }
}

/** Squared error of ln(1 + lift) after one impression in all. */
function errorOfOne({ baselineRate, lift, dynamicShare = 0.5 }: LiftSequencePlan): number {
  const rate = baselineRate * (1 + lift)
  return (
    (1 - rate) / (rate * dynamicShare) + (1 - baselineRate) / (baselineRate * (1 - dynamicShare))
  )
}

/** By how much the logarithm of the lift is too small to be found at this squared error. */
function missingLift(plan: LiftSequencePlan, squaredError: number): number {
  const { lift, alpha = 0.05, power = 0.8 } = plan
  const { upper } = widenForAnyTime(0, squaredError, {
    alpha: alpha * USUAL_WEIGHT,
    typicalEffect: TYPICAL_LIFT,
  })
  return upper + normalQuantile(power) * Math.sqrt(squaredError) - Math.abs(Math.log1p(lift))
}
