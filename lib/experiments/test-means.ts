import { studentTQuantile, studentTSurvival } from '@/lib/math/student-t'
import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { spread } from './estimate'
import type { Estimate } from './estimate'
import { checkSums, momentsOf } from './mean-sums'
import type { MeanSums, Moments } from './mean-sums'

/** A difference of two means against 0. */
export interface MeanTest extends Estimate {
  readonly standardError: number
  readonly t: number
  /** Chance of a difference at least as large, on either side, if there were none. */
  readonly pValue: number
  /** Chance of one at least as much above 0. */
  readonly pValueGreater: number
}

export type MeanTests =
  | {
      readonly kind: 'ok'
      readonly degreesOfFreedom: number
      /** mean(dynamic) − mean(holdout). */
      readonly difference: MeanTest
      /** mean(dynamic) / mean(holdout) − 1; null unless the holdout's mean is positive. */
      readonly relative: MeanTest | null
    }
  | { readonly kind: 'no data' }
  | Invalid

export interface MeanTestOptions {
  readonly confidenceLevel?: number
  /** `welch` (the default) lets the arms vary differently; `pooled` is Student's own test. */
  readonly variance?: 'welch' | 'pooled'
}

/**
 * Two means by the t test: Welch's with Satterthwaite's degrees of freedom (Biometrika 34, 1947)
 * or Student's with a pooled variance; the relative lift by the delta method with the same degrees
 * of freedom (Var(a/b) ≈ Va/b² + Vb·a²/b⁴; Deng, Knoblich & Lu, KDD 2018). Good for one look at a
 * time fixed beforehand. `no data` below two values in an arm or when no arm varies at all;
 * `invalid` for sums that contradict each other.
 */
export function testMeans(
  arms: { readonly dynamic: MeanSums; readonly holdout: MeanSums },
  { confidenceLevel = 0.95, variance = 'welch' }: MeanTestOptions = {},
): MeanTests {
  const refusal = refuse(
    checkSums('Dynamic arm', arms.dynamic),
    checkSums('Holdout', arms.holdout),
    checkConfidenceLevel(confidenceLevel),
  )
  if (refusal) return refusal
  if (arms.dynamic.n < 2 || arms.holdout.n < 2) return { kind: 'no data' }
  const a = momentsOf(arms.dynamic)
  const b = momentsOf(arms.holdout)
  const [varianceA, varianceB] = variance === 'welch' ? varianceOfMeans(a, b) : pooledOfMeans(a, b)
  if (!(varianceA + varianceB > 0)) return { kind: 'no data' }
  const degreesOfFreedom = variance === 'welch' ? satterthwaite(a, b) : a.n + b.n - 2
  const test = (value: number, squaredError: number) =>
    testAgainstZero(value, Math.sqrt(squaredError), degreesOfFreedom, confidenceLevel)
  const ratioError = varianceA / b.mean ** 2 + (varianceB * a.mean ** 2) / b.mean ** 4
  return {
    kind: 'ok',
    degreesOfFreedom,
    difference: test(a.mean - b.mean, varianceA + varianceB),
    relative: b.mean > 0 && ratioError > 0 ? test(a.mean / b.mean - 1, ratioError) : null,
  }
}

function varianceOfMeans(a: Moments, b: Moments): [number, number] {
  return [a.varianceOfMean, b.varianceOfMean]
}

function pooledOfMeans(a: Moments, b: Moments): [number, number] {
  const pooled = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / (a.n + b.n - 2)
  return [pooled / a.n, pooled / b.n]
}

function satterthwaite(a: Moments, b: Moments): number {
  // Relative weights, so that tiny variances do not vanish when squared.
  const total = a.varianceOfMean + b.varianceOfMean
  const weightA = a.varianceOfMean / total
  const weightB = b.varianceOfMean / total
  return 1 / (weightA ** 2 / (a.n - 1) + weightB ** 2 / (b.n - 1))
}

function testAgainstZero(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  confidenceLevel: number,
): MeanTest {
  const t = value / standardError
  const quantile = studentTQuantile(0.5 + confidenceLevel / 2, degreesOfFreedom)
  return {
    ...spread(value, quantile * standardError),
    standardError,
    t,
    pValue: 2 * studentTSurvival(Math.abs(t), degreesOfFreedom),
    pValueGreater: studentTSurvival(t, degreesOfFreedom),
  }
}
