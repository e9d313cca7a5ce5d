import { wilsonInterval } from '@/lib/math/intervals'
import type { Interval, Proportion } from '@/lib/math/intervals'
import { checkConfidenceLevel, checkCounts, refuse } from './check-counts'
import type { Invalid } from './check-counts'

export type RateEstimate =
  | ({
      readonly kind: 'ok'
      readonly rate: number
      readonly n: number
      readonly k: number
    } & Interval)
  | { readonly kind: 'no data' }
  | Invalid

/**
 * A rate with Wilson's score interval, both ratios. `no data` without trials; `invalid` for
 * negative or non-finite counts and for more successes than trials.
 */
export function estimateRate(counts: Proportion, confidenceLevel = 0.95): RateEstimate {
  const refusal = refuse(checkCounts('Rate', counts), checkConfidenceLevel(confidenceLevel))
  if (refusal) return refusal
  const { n, k } = counts
  if (n === 0) return { kind: 'no data' }
  return { kind: 'ok', rate: k / n, n, k, ...wilsonInterval(counts, confidenceLevel) }
}
