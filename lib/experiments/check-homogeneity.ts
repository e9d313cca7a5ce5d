import type { Proportion } from '@/lib/math/intervals'
import { chiSquareSurvival } from '@/lib/math/special-functions'
import { checkCounts, refuse } from './check-counts'
import type { Invalid } from './check-counts'

export type HomogeneityCheck =
  | { readonly kind: 'ok'; readonly chiSquare: number; readonly pValue: number }
  | { readonly kind: 'no data' }
  | Invalid

/**
 * Whether several arms may share one rate: Pearson's chi-square on the table of successes and
 * failures, without continuity correction. A small p value says that some arm differs. `no data`
 * when there is nothing to compare: an arm without trials, no success at all, or only successes.
 */
export function checkHomogeneity(arms: readonly Proportion[]): HomogeneityCheck {
  const refusal = refuse(
    arms.length < 2 ? 'A comparison needs at least two arms.' : null,
    ...arms.map((counts, arm) => checkCounts(`Arm ${arm + 1}`, counts)),
  )
  if (refusal) return refusal
  const trials = arms.reduce((sum, { n }) => sum + n, 0)
  const successes = arms.reduce((sum, { k }) => sum + k, 0)
  const isFlat = successes === 0 || successes === trials || arms.some(({ n }) => n === 0)
  if (isFlat) return { kind: 'no data' }
  const rate = successes / trials
  const chiSquare = arms.reduce(
    (sum, { n, k }) => sum + (k - n * rate) ** 2 / (n * rate * (1 - rate)),
    0,
  )
  return { kind: 'ok', chiSquare, pValue: chiSquareSurvival(chiSquare, arms.length - 1) }
}
