import { chiSquareSurvival } from '@/lib/math/special-functions'
import { refuse } from './check-counts'
import type { Invalid } from './check-counts'

/** Below this chance the split is no accident (Fabijan et al., KDD 2019). */
export const ALARM_BELOW = 0.001

export type SampleRatioCheck =
  | {
      readonly kind: 'ok'
      readonly chiSquare: number
      readonly pValue: number
      /** Something other than chance sends viewers to one arm: do not trust the comparison. */
      readonly isAlarm: boolean
    }
  | { readonly kind: 'no data' }
  | Invalid

/**
 * Sample-ratio mismatch: Pearson's chi-square of the traffic of each arm against the shares it was
 * meant to get (equal shares unless given; any positive numbers, normalised here). For one look;
 * `checkSampleRatioSequence` is for many. Needs two arms; `no data` without traffic.
 */
export function checkSampleRatio(
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1),
): SampleRatioCheck {
  const refusal = refuse(...checkSplit(counts, shares))
  if (refusal) return refusal
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return { kind: 'no data' }
  const shareTotal = shares.reduce((sum, share) => sum + share, 0)
  const chiSquare = counts.reduce((sum, count, arm) => {
    const expected = (total * (shares[arm] ?? 0)) / shareTotal
    return sum + (count - expected) ** 2 / expected
  }, 0)
  const pValue = chiSquareSurvival(chiSquare, counts.length - 1)
  return { kind: 'ok', chiSquare, pValue, isAlarm: pValue < ALARM_BELOW }
}

/** What is wrong with counts and the shares they were meant to get. */
export function checkSplit(
  counts: readonly number[],
  shares: readonly number[],
): (string | null)[] {
  return [
    counts.length < 2 ? 'A sample ratio needs at least two arms.' : null,
    counts.every((n) => Number.isFinite(n) && n >= 0) ? null : 'Counts must be 0 or more.',
    shares.length === counts.length ? null : 'Every arm needs one share.',
    shares.every((s) => Number.isFinite(s) && s > 0) ? null : 'Shares must be positive.',
  ]
}
