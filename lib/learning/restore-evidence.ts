import { packedIndex, packedLength } from '@/lib/math/symmetric-matrix'
import { priorOf } from './posterior'
import type { Posterior } from './posterior'

/**
 * A posterior to learn on, out of one that lost its evidence: each weight keeps its mean and what
 * was known of it alone; how weights depend on each other is lost. One with evidence stays itself.
 */
export function restoreEvidence(posterior: Posterior): Posterior {
  if (posterior.evidence) return posterior
  const entries = Object.entries(posterior.weights)
  const information = new Float64Array(packedLength(entries.length))
  for (const [index, [key, [, precision]]] of entries.entries()) {
    const learnt = precision - priorOf(posterior.priors, key)[1]
    information[packedIndex(index, index)] = Math.max(0, learnt)
  }
  const sizedAt = posterior.totals.impressions
  return { ...posterior, evidence: { keys: entries.map(([key]) => key), information, sizedAt } }
}
