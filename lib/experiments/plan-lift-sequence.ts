import { findRoot } from '@/lib/math/find-root'
import { normalQuantile } from '@/lib/math/normal'
import { checkShare, refuse } from './check-counts'
import { TYPICAL_LIFT } from './estimate-lift-sequence'
import { checkPlan, splitImpressions } from './plan-test'
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
 * with the power asked for. As many as it takes for the interval of `estimateLiftSequence` to leave
 * out 0 at that very moment; since it may do so at any time before, the true power is higher, and
 * most pilots end sooner. Counted in the squared error V of ln(1 + lift), which N impressions make
 * ((1 − q)/(q w) + (1 − p)/(p (1 − w))) / N for rates p and q = p(1 + lift).
 */
export function planLiftSequence(plan: LiftSequencePlan): SampleSize {
  const { baselineRate, lift, dynamicShare = 0.5, alpha = 0.05, power = 0.8 } = plan
  const rate = baselineRate * (1 + lift)
  const refusal = refuse(
    checkShare('The baseline rate', baselineRate),
    lift !== 0 ? null : 'The lift must not be 0.',
    rate > 0 && rate < 1 ? null : 'The rate to find must lie between 0 and 1.',
    ...checkPlan(plan),
  )
  if (refusal) return refusal
  const signal = Math.abs(Math.log1p(lift))
  const zPower = normalQuantile(power)
  const shortfall = (logError: number) => {
    const squaredError = Math.exp(logError)
    const { upper } = widenForAnyTime(0, squaredError, { alpha, typicalEffect: TYPICAL_LIFT })
    return upper + zPower * Math.sqrt(squaredError) - signal
  }
  const squaredError = Math.exp(
    findRoot(shortfall, Math.log(SMALLEST_ERROR), Math.log(LARGEST_ERROR)),
  )
  const errorOfOne =
    (1 - rate) / (rate * dynamicShare) + (1 - baselineRate) / (baselineRate * (1 - dynamicShare))
  return splitImpressions(errorOfOne / squaredError, dynamicShare)
}
