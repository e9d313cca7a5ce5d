import { checkArms, refuse } from './check-counts'
import type { ArmCounts, Invalid } from './check-counts'

/** Tables as likely as the observed one count as such in spite of rounding: R's own tolerance. */
const RELATIVE_ERROR = 1 + 1e-7

export type FisherTest =
  | {
      readonly kind: 'ok'
      readonly pValue: number
      /** Of the sample; Infinity where a product is 0. */ readonly oddsRatio: number
    }
  | { readonly kind: 'no data' }
  | Invalid

/**
 * Fisher's exact test of two rates, two-sided as R's `fisher.test` and SciPy's `fisher_exact` have
 * it: the chance, with all four margins kept, of a table at most as likely as this one. For whole
 * counts. `no data` when an arm has no trial, or nobody or everybody succeeded.
 */
export function testFisherExact(arms: ArmCounts): FisherTest {
  const { dynamic, holdout } = arms
  const isWhole = [dynamic.n, dynamic.k, holdout.n, holdout.k].every(
    (count) => Number.isSafeInteger(count) || !Number.isFinite(count),
  )
  const refusal = refuse(...checkArms(arms), isWhole ? null : 'The exact test needs whole counts.')
  if (refusal) return refusal
  const successes = dynamic.k + holdout.k
  const trials = dynamic.n + holdout.n
  if (dynamic.n === 0 || holdout.n === 0 || successes === 0 || successes === trials) {
    return { kind: 'no data' }
  }
  const failures = [dynamic.n - dynamic.k, holdout.n - holdout.k] as const
  const product = holdout.k * failures[0]
  return {
    kind: 'ok',
    pValue: sumUnlikely(dynamic.k, dynamic.n, holdout.n, successes),
    oddsRatio: product === 0 ? Infinity : (dynamic.k * failures[1]) / product,
  }
}

/**
 * The hypergeometric chances of all tables at most as likely as the one with `observed`, relative
 * to the chance of the likeliest: from the mode outwards each follows from its neighbour.
 */
function sumUnlikely(observed: number, nA: number, nB: number, successes: number): number {
  const lowest = Math.max(0, successes - nB)
  const highest = Math.min(nA, successes)
  const peak = Math.floor(((nA + 1) * (successes + 1)) / (nA + nB + 2))
  const mode = Math.min(highest, Math.max(lowest, peak))
  const ratioAbove = (k: number) =>
    ((nA - k) * (successes - k)) / ((k + 1) * (nB - successes + k + 1))
  const walk = (visit: (k: number, chance: number) => void) => {
    for (let k = mode, chance = 1; k <= highest && chance > 0; chance *= ratioAbove(k), k++) {
      visit(k, chance)
    }
    for (let k = mode - 1, chance = 1; k >= lowest; k--) {
      chance /= ratioAbove(k)
      if (chance === 0) break
      visit(k, chance)
    }
  }
  let limit = 0
  walk((k, chance) => {
    if (k === observed) limit = chance * RELATIVE_ERROR
  })
  let all = 0
  let unlikely = 0
  walk((_, chance) => {
    all += chance
    if (chance <= limit) unlikely += chance
  })
  return Math.min(1, unlikely / all)
}
