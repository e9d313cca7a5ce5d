import { studentTQuantile } from '@/lib/math/student-t'
import { checkConfidenceLevel, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { spread } from './estimate'
import type { Estimate } from './estimate'
import { checkSums, momentsOf } from './mean-sums'
import type { MeanSums } from './mean-sums'

export type MeanEstimate =
  ({ readonly kind: 'ok' } & Estimate) | { readonly kind: 'no data' } | Invalid

/** A mean with Student's t interval. `no data` below two values. */
export function estimateMean(sums: MeanSums, confidenceLevel = 0.95): MeanEstimate {
  const refusal = refuse(checkSums('Mean', sums), checkConfidenceLevel(confidenceLevel))
  if (refusal) return refusal
  if (sums.n < 2) return { kind: 'no data' }
  const { mean, varianceOfMean } = momentsOf(sums)
  const quantile = studentTQuantile(0.5 + confidenceLevel / 2, sums.n - 1)
  return { kind: 'ok', ...spread(mean, quantile * Math.sqrt(varianceOfMean)) }
}
