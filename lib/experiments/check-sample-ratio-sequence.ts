import { logGamma } from '@/lib/math/special-functions'
import { refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { ALARM_BELOW, checkSplit } from './check-sample-ratio'

export type SampleRatioSequence =
  | {
      readonly kind: 'ok'
      /** Always-valid. */
      readonly pValue: number
      /** Something other than chance sends viewers to one arm: do not trust the comparison. */
      readonly isAlarm: boolean
    }
  | { readonly kind: 'no data' }
  | Invalid

/** Of the Dirichlet mixture, in impressions: splits off by some percent are found soonest. */
const CONCENTRATION = 1_000

/**
 * Sample-ratio mismatch that may be looked at at any time: the Dirichlet-multinomial test of
 * Lindon & Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022). Exact for
 * traffic drawn by lot: the chance that a right split ever raises the alarm is at most 0.001,
 * however often one looks. Arguments and refusals as of `checkSampleRatio`.
 */
export function checkSampleRatioSequence(
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1),
): SampleRatioSequence {
  const refusal = refuse(...checkSplit(counts, shares))
  if (refusal) return refusal
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return { kind: 'no data' }
  const shareTotal = shares.reduce((sum, share) => sum + share, 0)
  const logEvidence = counts.reduce(
    (sum, n, arm) => {
      const share = (shares[arm] ?? 0) / shareTotal
      const prior = CONCENTRATION * share
      return sum + logGamma(prior + n) - logGamma(prior) - n * Math.log(share)
    },
    logGamma(CONCENTRATION) - logGamma(CONCENTRATION + total),
  )
  const pValue = Math.min(1, Math.exp(-logEvidence))
  return { kind: 'ok', pValue, isAlarm: pValue < ALARM_BELOW }
}
