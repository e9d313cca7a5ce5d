import type { Estimate } from '@/lib/experiments/estimate'
import type { Invalid } from '@/lib/experiments/check-counts'
import { intervalMultiplier } from '@/lib/math/normal'

/** A rate lies between 0 and 1; an amount (money, time, several conversions) anywhere. */
export type RewardUnit = 'rate' | 'amount'

export interface ValueOptions {
  readonly unit: RewardUnit
  readonly confidenceLevel?: number
}

/** What one decision is worth under a policy. */
export interface PolicyValue extends Estimate {
  readonly standardError: number
  /** Whether the estimate or an end of its interval lay outside of [0, 1] and was set to its edge. */
  readonly isClipped: boolean
}

export type PolicyValueEstimate =
  ({ readonly kind: 'ok' } & PolicyValue) | { readonly kind: 'no data' } | Invalid

/** An estimate with its normal interval; of a rate never outside of [0, 1]. */
export function boundPolicyValue(
  value: number,
  standardError: number,
  { unit, confidenceLevel = 0.95 }: ValueOptions,
): PolicyValue {
  const margin = intervalMultiplier(confidenceLevel) * standardError
  const normal = { value, lower: value - margin, upper: value + margin, standardError }
  if (unit === 'amount') return { ...normal, isClipped: false }
  const clip = (end: number) => Math.min(1, Math.max(0, end))
  return {
    ...normal,
    value: clip(normal.value),
    lower: clip(normal.lower),
    upper: clip(normal.upper),
    isClipped: normal.lower < 0 || normal.upper > 1,
  }
}
