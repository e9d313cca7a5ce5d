import { newcombeInterval, ratioInterval } from '@/lib/math/intervals'
import type { Interval } from '@/lib/math/intervals'
import { checkArms, checkConfidenceLevel, refuse } from './check-counts'
import type { ArmCounts, Invalid } from './check-counts'
import type { Estimate } from './estimate'

export interface Lift {
  readonly kind: 'ok'
  /** Relative lift, rate(dynamic) / rate(holdout) − 1; null when the holdout has no success. */
  readonly relative: { readonly value: number | null } & Interval
  /** Absolute lift, rate(dynamic) − rate(holdout). */
  readonly difference: Estimate
}

export type LiftEstimate = Lift | { readonly kind: 'no data' } | Invalid

/**
 * Lift of the dynamic arm over its holdout: relative with the log interval (`ratioInterval`, with
 * half counts where successes are few), absolute with Newcombe's. Ratios: 0.21 is +21 %.
 * The intervals hold for one look at a time decided beforehand, not for stopping at the first
 * good moment. `no data` when an arm has no trial; `invalid` for counts that cannot be.
 */
export function estimateLift(arms: ArmCounts, confidenceLevel = 0.95): LiftEstimate {
  const { dynamic, holdout } = arms
  const refusal = refuse(...checkArms(arms), checkConfidenceLevel(confidenceLevel))
  if (refusal) return refusal
  if (dynamic.n === 0 || holdout.n === 0) return { kind: 'no data' }
  const dynamicRate = dynamic.k / dynamic.n
  const holdoutRate = holdout.k / holdout.n
  const ratio = ratioInterval(dynamic, holdout, confidenceLevel)
  return {
    kind: 'ok',
    relative: {
      value: holdout.k === 0 ? null : dynamicRate / holdoutRate - 1,
      lower: ratio.lower - 1,
      upper: ratio.upper - 1,
    },
    difference: {
      value: dynamicRate - holdoutRate,
      ...newcombeInterval(dynamic, holdout, confidenceLevel),
    },
  }
}
