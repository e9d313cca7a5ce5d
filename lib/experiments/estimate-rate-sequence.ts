import { findRoot } from '@/lib/math/find-root'
import { logBeta } from '@/lib/math/incomplete-beta'
import type { Interval, Proportion } from '@/lib/math/intervals'
import { checkConfidenceLevel, checkCounts, checkPositive, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { tuneNormalMixture } from './normal-mixture'

export type RateSequence =
  | ({
      readonly kind: 'ok'
      readonly rate: number
      readonly n: number
      readonly k: number
    } & Interval)
  | { readonly kind: 'no data' }
  | Invalid

export interface RateSequenceOptions {
  readonly confidenceLevel?: number
  /** Trials at which the interval is meant to be narrowest. */
  readonly tunedToTrials?: number
}

const DEFAULT_TRIALS = 10_000
/** The interval is tuned for this alpha, whichever level is asked for: what confseq does. */
const TUNED_TO_ALPHA = 0.05
/** Of the mixing distribution, in trials: confseq's own floor. */
const MIN_CONCENTRATION = 1e-3
/** Far below any rate that a bound could mean; its reciprocal is still a number. */
const TINY_RATE = 1e-300

/**
 * A rate with an interval that holds at all numbers of trials at once, exactly: the two-sided
 * beta-binomial mixture of Howard, Ramdas, McAuliffe & Sekhon (Ann. Stat. 49, 2021, proposition 7;
 * `bernoulli_confidence_interval` of their library confseq). It also holds while an adaptive
 * policy decides how often this arm is tried. `no data` without trials; `invalid` as by
 * `estimateRate`.
 */
export function estimateRateSequence(
  counts: Proportion,
  { confidenceLevel = 0.95, tunedToTrials = DEFAULT_TRIALS }: RateSequenceOptions = {},
): RateSequence {
  const refusal = refuse(
    checkCounts('Rate', counts),
    checkConfidenceLevel(confidenceLevel),
    checkPositive('The number of trials to tune to', tunedToTrials),
  )
  if (refusal) return refusal
  const { n, k } = counts
  if (n === 0) return { kind: 'no data' }
  const concentration = Math.max(
    MIN_CONCENTRATION,
    tuneNormalMixture(tunedToTrials, TUNED_TO_ALPHA) - 1,
  )
  const lowerBound = (successes: number) => {
    const excess = (p: number) =>
      logMixture(p, { n, k: successes }, concentration) + Math.log(1 - confidenceLevel)
    if (successes === 0 || excess(TINY_RATE) <= 0) return 0
    return findRoot(excess, TINY_RATE, successes / n)
  }
  // The mixture treats successes and failures alike.
  return { kind: 'ok', rate: k / n, n, k, lower: lowerBound(k), upper: 1 - lowerBound(n - k) }
}

/** ln of the likelihood ratio against the rate p of a beta mixture around p. */
function logMixture(p: number, { n, k }: Proportion, concentration: number): number {
  const q = 1 - p
  const a = concentration * p
  const b = concentration * q
  return logBeta(a + k, b + n - k) - logBeta(a, b) - k * Math.log(p) - (n - k) * Math.log1p(-p)
}
