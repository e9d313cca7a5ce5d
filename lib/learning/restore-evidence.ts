import { packedIndex, packedLength } from '@/lib/math/symmetric-matrix'
import { priorOf } from './posterior'
import type { Model, Posterior } from './posterior'

/**
 * A posterior to learn on, out of one that lost its evidence: each weight keeps its mean and what
 * was known of it alone; how weights depend on each other is lost. One with evidence stays itself.
 */
export function restoreEvidence(posterior: Posterior): Posterior {
  const { value } = posterior
  return {
    ...restoreModel(posterior),
    ...(value && { value: { ...value, model: restoreModel(value.model) } }),
  }
}

function restoreModel<M extends Model>(model: M): M {
  if (model.evidence) return model
  const entries = Object.entries(model.weights)
  const information = new Float64Array(packedLength(entries.length))
  for (const [index, [key, [, precision]]] of entries.entries()) {
    const learnt = precision - priorOf(model.priors, key)[1]
    information[packedIndex(index, index)] = Math.max(0, learnt)
  }
  const sizedAt = model.totals.impressions
  return { ...model, evidence: { keys: entries.map(([key]) => key), information, sizedAt } }
}
