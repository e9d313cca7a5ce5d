import { refuse } from './check-counts'
import type { Invalid } from './check-counts'

export type AdjustedPValues = { readonly kind: 'ok'; readonly pValues: readonly number[] } | Invalid

/**
 * Benjamini and Hochberg's adjusted p values (JRSS B 57, 1995), in the order given, as R's
 * `p.adjust(method = "BH")`: calling everything below q a discovery lets at most a share q of the
 * discoveries be false. For independent or positively dependent tests.
 */
export function adjustPValues(pValues: readonly number[]): AdjustedPValues {
  const refusal = refuse(
    pValues.every((p) => p >= 0 && p <= 1) ? null : 'A p value must lie between 0 and 1.',
  )
  if (refusal) return refusal
  const adjusted = new Array<number>(pValues.length)
  let smallest = 1
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p)
  descending.forEach(({ p, index }, place) => {
    smallest = Math.min(smallest, p * (pValues.length / (pValues.length - place)))
    adjusted[index] = smallest
  })
  return { kind: 'ok', pValues: adjusted }
}
