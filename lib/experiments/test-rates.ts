import { intervalMultiplier, normalCdf } from '@/lib/math/normal'
import { checkArms, checkConfidenceLevel, refuse } from './check-counts'
import type { ArmCounts, Invalid } from './check-counts'
import { spread } from './estimate'
import type { Estimate } from './estimate'

export type RateTest =
  | {
      readonly kind: 'ok'
      /** rate(dynamic) − rate(holdout), with Wald's interval: always from unpooled variances. */
      readonly difference: Estimate
      readonly standardError: number
      readonly z: number
      readonly pValue: number
    }
  | { readonly kind: 'no data' }
  | Invalid

export interface RateTestOptions {
  readonly confidenceLevel?: number
  /**
   * Of the tested z. `pooled` (the default) takes both arms at their common rate, as the null
   * hypothesis has it: its square is the chi-square of `checkHomogeneity`. `unpooled` takes each
   * at its own rate and agrees with the interval.
   */
  readonly variance?: 'pooled' | 'unpooled'
}

/**
 * Two rates by the two-sample z test (Fleiss, Levin & Paik, Statistical Methods for Rates and
 * Proportions, 3rd ed., ch. 3), without continuity correction, for one look at a time fixed
 * beforehand. With a handful of successes prefer `testFisherExact`; for an interval that keeps its
 * level there, `estimateLift`. `no data` when an arm has no trial or neither can vary.
 */
export function testRates(
  arms: ArmCounts,
  { confidenceLevel = 0.95, variance = 'pooled' }: RateTestOptions = {},
): RateTest {
  const refusal = refuse(...checkArms(arms), checkConfidenceLevel(confidenceLevel))
  if (refusal) return refusal
  const { dynamic, holdout } = arms
  if (dynamic.n === 0 || holdout.n === 0) return { kind: 'no data' }
  const rateOf = ({ k, n }: { k: number; n: number }) => k / n
  const pooled = (dynamic.k + holdout.k) / (dynamic.n + holdout.n)
  const spreadOf = (rate: number, n: number) => (rate * (1 - rate)) / n
  const unpooledError = Math.sqrt(
    spreadOf(rateOf(dynamic), dynamic.n) + spreadOf(rateOf(holdout), holdout.n),
  )
  const pooledError = Math.sqrt(spreadOf(pooled, dynamic.n) + spreadOf(pooled, holdout.n))
  const standardError = variance === 'pooled' ? pooledError : unpooledError
  if (!(standardError > 0)) return { kind: 'no data' }
  const difference = rateOf(dynamic) - rateOf(holdout)
  const z = difference / standardError
  return {
    kind: 'ok',
    difference: spread(difference, intervalMultiplier(confidenceLevel) * unpooledError),
    standardError,
    z,
    pValue: 2 * normalCdf(-Math.abs(z)),
  }
}
