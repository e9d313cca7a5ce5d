import { checkPositive, refuse } from './check-counts'
import type { Invalid } from './check-counts'

export type Duration = { readonly kind: 'ok'; readonly days: number } | Invalid

/** Whole days that so many impressions take at a steady traffic. */
export function planDuration(impressions: number, impressionsPerDay: number): Duration {
  const refusal = refuse(
    checkPositive('The number of impressions', impressions),
    checkPositive('The traffic per day', impressionsPerDay),
  )
  return refusal ?? { kind: 'ok', days: Math.ceil(impressions / impressionsPerDay) }
}
