import type { Invalid } from '@/lib/experiments/check-counts'
import type { Estimate } from '@/lib/experiments/estimate'
import { estimateSelfNormalized } from './estimate-by-weights'
import type { PolicyValue, ValueOptions } from './policy-value'
import type { WeightedSums } from './weighted-sums'

export type EffectEstimate =
  | {
      readonly kind: 'ok'
      /** value(a) − value(b). */
      readonly difference: Estimate
      /** value(a) / value(b) − 1; null where b's value is not positive. */
      readonly relative: number | null
    }
  | { readonly kind: 'no data' }
  | Invalid

/**
 * What it does to show one element instead of another: the difference of their self-normalised
 * values, from the weighted sums of the impressions that showed either. No impression showed both,
 * so the errors are independent, and the interval is put together from the ends of both (MOVER:
 * Zou & Donner, Statistics in Medicine 27, 2008; of two Wilson intervals it is Newcombe's). Answers
 * like `estimateSelfNormalized`. Only elements that could be shown in the same traffic compare.
 */
export function estimateEffect(
  a: WeightedSums,
  b: WeightedSums,
  options: ValueOptions,
): EffectEstimate {
  const first = estimateSelfNormalized(a, options)
  const second = estimateSelfNormalized(b, options)
  if (first.kind === 'invalid') return first
  if (second.kind === 'invalid') return second
  if (first.kind === 'no data' || second.kind === 'no data') return { kind: 'no data' }
  return {
    kind: 'ok',
    difference: subtract(first, second),
    relative: second.value > 0 ? first.value / second.value - 1 : null,
  }
}

function subtract(a: PolicyValue, b: PolicyValue): Estimate {
  const value = a.value - b.value
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  }
}
