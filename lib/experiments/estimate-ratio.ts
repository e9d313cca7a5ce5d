import { intervalMultiplier } from '@/lib/math/normal'
import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import type { Estimate } from './estimate'
import { checkPairSums, findPairMoments } from './pair-sums'
import type { PairSums } from './pair-sums'

/** Whether x and y can be negative decides on which scale the interval is symmetric. */
export type RatioScale = 'positive' | 'any'

export interface RatioOptions {
  readonly confidenceLevel?: number
  /**
   * `positive`: neither x nor y is ever negative (money, time, counts), and the interval is
   * symmetric on the scale of logarithms, so that it never reaches zero and has the long side
   * above, where few large values leave the truth. `any`: symmetric about the ratio.
   */
  readonly scale?: RatioScale
}

export interface RatioEstimate extends Estimate {
  readonly kind: 'ok'
  readonly standardError: number
}

/**
 * A ratio of sums, Σx / Σy, such as return on ad spend or time per visit, with its interval by the
 * delta method over the units that were randomised: the variance of the ratio is that of
 * (x − ratio·y) / mean(y), divided by n (Deng, Knoblich & Lu, KDD 2018, section 3; the log scale
 * divides the standard error by the ratio once more). `no data` below two units, where y sums to
 * nothing, and where nothing varies; `invalid` for sums that contradict each other, and for
 * negative sums where the scale is `positive`.
 */
export function estimateRatio(
  sums: PairSums,
  { confidenceLevel = 0.95, scale = 'any' }: RatioOptions = {},
): RatioEstimate | { readonly kind: 'no data' } | Invalid {
  const refusal = refuse(
    checkPairSums('Ratio', sums),
    checkSign('Ratio', sums, scale),
    checkConfidenceLevel(confidenceLevel),
  )
  if (refusal) return refusal
  const ratio = linearizeRatio(sums)
  if (!ratio || ratio.variance === 0) return { kind: 'no data' }
  const standardError = Math.sqrt(ratio.variance)
  const interval = boundEstimate(ratio.value, standardError, { confidenceLevel, scale })
  return { kind: 'ok', value: ratio.value, ...interval, standardError }
}

/** The ratio and the variance of that estimate; null where there is nothing to divide by. */
export function linearizeRatio(sums: PairSums): { value: number; variance: number } | null {
  if (sums.n < 2 || sums.y === 0) return null
  const { meanX, meanY, varianceX, varianceY, covariance } = findPairMoments(sums)
  const value = meanX / meanY
  const unit = varianceX - 2 * value * covariance + value * value * varianceY
  const variance = Math.max(0, unit) / (meanY * meanY * sums.n)
  // A denominator can be so small that its square is 0.
  return Number.isFinite(value) && Number.isFinite(variance) ? { value, variance } : null
}

export function checkSign(name: string, { x, y, xy }: PairSums, scale: RatioScale): string | null {
  const isFine = scale === 'any' || (x >= 0 && y >= 0 && xy >= 0)
  return isFine ? null : `${name}: sums must not be negative.`
}

/** The interval about an estimate with this standard error. */
export function boundEstimate(
  value: number,
  standardError: number,
  { confidenceLevel, scale }: Required<RatioOptions>,
) {
  const margin = intervalMultiplier(confidenceLevel) * standardError
  if (scale === 'any' || value === 0) return { lower: value - margin, upper: value + margin }
  const factor = Math.exp(margin / value)
  return { lower: value / factor, upper: value * factor }
}
