import { BelievedWeights } from './believed-weights'
import type { Model, Posterior } from './posterior'

/** Less than this forgotten is left for the next time. */
const MIN_SHARE = 0.005

/**
 * Lets evidence fade where the world drifts: half of it is left after each half-life. Null where
 * the evidence is broken; the posterior itself where it forgets nothing or too little has passed.
 */
export function forgetEvidence(posterior: Posterior, nowMs: number): Posterior | null {
  const { memory, value } = posterior
  if (!memory) return posterior
  if (memory.forgottenAtMs === null)
    return { ...posterior, memory: { ...memory, forgottenAtMs: nowMs } }
  const elapsedHours = Math.max(0, nowMs - memory.forgottenAtMs) / 3_600_000
  const kept = 0.5 ** (elapsedHours / memory.halfLifeHours)
  if (1 - kept < MIN_SHARE) return posterior
  const model = keepShare(posterior, kept)
  const valueModel = value && keepShare(value.model, kept)
  if (!model || valueModel === null) return null
  return {
    ...model,
    ...(value && valueModel && { value: { ...value, model: valueModel } }),
    memory: { ...memory, forgottenAtMs: nowMs },
  }
}

function keepShare<M extends Model>(model: M, kept: number): M | null {
  const { evidence, priors } = model
  if (!evidence) return model
  const believed = new BelievedWeights(model, [])
  if (!believed.forget(priors, kept)) return null
  const { information } = believed
  return { ...model, weights: believed.toWeights(priors), evidence: { ...evidence, information } }
}
