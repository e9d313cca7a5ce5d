import { intervalMultiplier } from '@/lib/math/normal'
import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import type { Estimate } from './estimate-lift'

/** A value per impression (revenue, cost) of one arm: how many, their sum, the sum of squares. */
export interface MeanSums {
  readonly n: number
  readonly sum: number
  readonly sumOfSquares: number
}

export type MeanEstimate =
  ({ readonly kind: 'ok' } & Estimate) | { readonly kind: 'no data' } | Invalid

export type MeanLiftEstimate =
  | {
      readonly kind: 'ok'
      /** mean(dynamic) / mean(holdout) − 1. */
      readonly relative: Estimate
      readonly difference: Estimate
    }
  | { readonly kind: 'no data' }
  | Invalid

function checkSums(name: string, { n, sum, sumOfSquares }: MeanSums): string | null {
  if (![n, sum, sumOfSquares].every(Number.isFinite)) return `${name}: sums must be numbers.`
  if (n < 0 || sumOfSquares < 0) return `${name}: counts and squares must not be negative.`
  // Cauchy-Schwarz, with room for rounding.
  if (sum * sum > n * sumOfSquares * (1 + 1e-9)) return `${name}: the sums contradict each other.`
  return null
}

/** Mean and the variance of that mean, from at least two values. */
function momentsOf({ n, sum, sumOfSquares }: MeanSums) {
  const mean = sum / n
  const variance = Math.max(0, sumOfSquares - n * mean * mean) / (n - 1)
  return { mean, varianceOfMean: variance / n }
}

function around(value: number, variance: number, confidenceLevel: number): Estimate {
  const margin = intervalMultiplier(confidenceLevel) * Math.sqrt(variance)
  return { value, lower: value - margin, upper: value + margin }
}

/** A mean with its normal interval. `no data` below two values. */
export function estimateMean(sums: MeanSums, confidenceLevel = 0.95): MeanEstimate {
  const refusal = refuse(checkSums('Mean', sums), checkConfidenceLevel(confidenceLevel))
  if (refusal) return refusal
  if (sums.n < 2) return { kind: 'no data' }
  const { mean, varianceOfMean } = momentsOf(sums)
  return { kind: 'ok', ...around(mean, varianceOfMean, confidenceLevel) }
}

/**
 * Lift of a mean over its holdout: Welch's difference, and the relative lift by the delta method
 * (Var(a/b) ≈ Va/b² + Vb·a²/b⁴; Deng, Knoblich & Lu, KDD 2018). `no data` below two values in an
 * arm or when the holdout's mean is not positive; `invalid` for sums that contradict each other.
 */
export function estimateMeanLift(
  arms: { readonly dynamic: MeanSums; readonly holdout: MeanSums },
  confidenceLevel = 0.95,
): MeanLiftEstimate {
  const { dynamic, holdout } = arms
  const refusal = refuse(
    checkSums('Dynamic arm', dynamic),
    checkSums('Holdout', holdout),
    checkConfidenceLevel(confidenceLevel),
  )
  if (refusal) return refusal
  if (dynamic.n < 2 || holdout.n < 2 || holdout.sum <= 0) return { kind: 'no data' }
  const a = momentsOf(dynamic)
  const b = momentsOf(holdout)
  const ratioVariance =
    a.varianceOfMean / b.mean ** 2 + (b.varianceOfMean * a.mean ** 2) / b.mean ** 4
  return {
    kind: 'ok',
    relative: around(a.mean / b.mean - 1, ratioVariance, confidenceLevel),
    difference: around(a.mean - b.mean, a.varianceOfMean + b.varianceOfMean, confidenceLevel),
  }
}
