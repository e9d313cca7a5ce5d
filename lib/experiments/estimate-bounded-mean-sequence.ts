import type { Interval } from '@/lib/math/intervals'
import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'

export type BoundedMeanSequence =
  | ({ readonly kind: 'ok'; readonly mean: number; readonly n: number } & Interval)
  | { readonly kind: 'no data' }
  | Invalid

export interface BoundedMeanOptions {
  /** Ends between which every value is known to lie. */
  readonly range: Interval
  readonly confidenceLevel?: number
}

/** A bet of more than half can ruin: the cap that Waudby-Smith & Ramdas recommend. */
const MAX_BET = 0.5

/**
 * The mean of bounded values with an interval that holds, exactly, at all times at once: the
 * predictable plug-in empirical Bernstein confidence sequence of Waudby-Smith & Ramdas,
 * "Estimating means of bounded random variables by betting" (JRSS B 86, 2024, theorem 2). The
 * values in the order in which they came, since each is judged by what was known before it; they
 * may depend on each other as long as each is expected to be the mean. `no data` without values;
 * `invalid` for values outside the range.
 */
export function estimateBoundedMeanSequence(
  values: readonly number[],
  { range, confidenceLevel = 0.95 }: BoundedMeanOptions,
): BoundedMeanSequence {
  const width = range.upper - range.lower
  const refusal = refuse(
    width > 0 && Number.isFinite(width) ? null : 'The range must have a width.',
    values.every((value) => value >= range.lower && value <= range.upper)
      ? null
      : 'A value lies outside its range.',
    checkConfidenceLevel(confidenceLevel),
  )
  if (refusal) return refusal
  if (values.length === 0) return { kind: 'no data' }
  const interval = followBets(
    values.map((value) => (value - range.lower) / width),
    Math.log(2 / (1 - confidenceLevel)),
  )
  const scale = (share: number) => range.lower + width * share
  return {
    kind: 'ok',
    n: values.length,
    mean: values.reduce((sum, value) => sum + value / values.length, 0),
    lower: scale(interval.lower),
    upper: scale(interval.upper),
  }
}

/** Of values between 0 and 1; `logThreshold` is ln(2 / alpha). */
function followBets(values: readonly number[], logThreshold: number): Interval {
  // Mean and variance so far, each with half a value around 1/2 before the first.
  let sum = 0.5
  let squares = 0.25
  let bets = 0
  let weighted = 0
  let gathered = 0
  values.forEach((value, index) => {
    const t = index + 1
    const mean = sum / t
    const variance = squares / t
    const bet = Math.min(MAX_BET, Math.sqrt((2 * logThreshold) / (variance * t * Math.log(1 + t))))
    bets += bet
    weighted += bet * value
    // ψ_E of the paper: (−ln(1 − λ) − λ) / 4, times 4 (x − mean so far)².
    gathered += (value - mean) ** 2 * (-Math.log1p(-bet) - bet)
    sum += value
    squares += (value - sum / (t + 1)) ** 2
  })
  const center = weighted / bets
  const margin = (logThreshold + gathered) / bets
  return { lower: Math.max(0, center - margin), upper: Math.min(1, center + margin) }
}
