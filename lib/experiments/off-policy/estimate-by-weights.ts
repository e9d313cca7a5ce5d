import { checkConfidenceLevel, refuse } from '@/lib/experiments/check-counts'
import type { Invalid } from '@/lib/experiments/check-counts'
import { wilsonInterval } from '@/lib/math/intervals'
import type { Interval } from '@/lib/math/intervals'
import { boundPolicyValue } from './policy-value'
import type { PolicyValueEstimate, ValueOptions } from './policy-value'
import { checkWeightedSums, findEffectiveSampleSize } from './weighted-sums'
import type { WeightedSums } from './weighted-sums'

/**
 * Value of a policy by inverse propensity weighting, Σwr / n (Horvitz & Thompson, JASA 1952):
 * unbiased where the log could have made every choice that the policy makes; its interval is the
 * normal one of a mean, clipped for a rate. A rate of which nothing was seen is bounded by Wilson's
 * interval of its effective sample size. `no data` below two decisions or without any weight;
 * `invalid` for sums that contradict each other.
 */
export function estimateByWeights(sums: WeightedSums, options: ValueOptions): PolicyValueEstimate {
  const refusal = checkInput(sums, options)
  if (refusal) return refusal
  const { n, ww, wr, wwrr } = sums
  if (n < 2 || ww === 0) return { kind: 'no data' }
  const value = wr / n
  const standardError = Math.sqrt(Math.max(0, wwrr - n * value * value) / (n - 1) / n)
  const bounded = boundPolicyValue(value, standardError, options)
  if (options.unit === 'amount' || standardError > 0) return { kind: 'ok', ...bounded }
  return { kind: 'ok', ...bounded, ...boundRate(bounded.value, sums, 0, options) }
}

/**
 * The same, self-normalised: Σwr / Σw (Hájek 1971; Swaminathan & Joachims, NeurIPS 2015). A little
 * biased and much steadier: weights that miss their average of 1 by chance don't move it, and a
 * rate stays a rate. Its standard error is the sandwich Σw²(r − value)² / (Σw)². That error is too
 * small while few rewards were seen, so the interval of a rate is Wilson's instead, of as many
 * trials as the weights are worth (Kish) or the sandwich says (Korn & Graubard, Survey Methodology
 * 24, 1998), whichever is less: it never leaves [0, 1]. Answers like `estimateByWeights`.
 */
export function estimateSelfNormalized(
  sums: WeightedSums,
  options: ValueOptions,
): PolicyValueEstimate {
  const refusal = checkInput(sums, options)
  if (refusal) return refusal
  const { n, w, ww, wr, wwr, wwrr } = sums
  if (n < 2 || ww === 0) return { kind: 'no data' }
  const value = wr / w
  const variance = Math.max(0, wwrr - 2 * value * wwr + value * value * ww) / (w * w)
  const standardError = Math.sqrt(variance)
  const bounded = boundPolicyValue(value, standardError, options)
  if (options.unit === 'amount') return { kind: 'ok', ...bounded }
  const bounds = boundRate(bounded.value, sums, variance, options)
  return { kind: 'ok', ...bounded, ...bounds, isClipped: false }
}

function checkInput(sums: WeightedSums, options: ValueOptions): Invalid | null {
  return refuse(
    checkWeightedSums(sums),
    checkRate(sums, options),
    checkConfidenceLevel(options.confidenceLevel ?? 0.95),
  )
}

function checkRate({ w, wr }: WeightedSums, { unit }: ValueOptions): string | null {
  const isFine = unit === 'amount' || (wr >= 0 && wr <= w * (1 + 1e-9))
  return isFine ? null : 'The rewards of a rate must lie between 0 and 1.'
}

/** Below this share of what equal weights would give, a variance is a rounding error. */
const ROUNDING = 1e-12

/** Wilson's interval of the equally weighted trials that are as good as these weights. */
function boundRate(
  rate: number,
  sums: WeightedSums,
  variance: number,
  { confidenceLevel = 0.95 }: ValueOptions,
): Interval {
  const kish = findEffectiveSampleSize(sums)
  const spread = rate * (1 - rate)
  const isKnown = spread > 0 && variance * kish > ROUNDING
  const n = isKnown ? Math.min(kish, spread / variance) : kish
  const { lower, upper } = wilsonInterval({ n, k: rate * n }, confidenceLevel)
  return { lower: Math.min(lower, rate), upper: Math.max(upper, rate) }
}
