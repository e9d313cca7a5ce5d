import { buildDesignMatrix } from './design-matrix'
import { findMode } from './find-mode'
import { weightOf } from './posterior'
import type { Gaussian, Posterior } from './posterior'
import type { Observation } from './observations'

/** What is wrong with one observation of a batch. */
export interface ObservationIssue {
  readonly row: number
  readonly message: string
}

export type UpdateResult =
  | { readonly kind: 'ok'; readonly posterior: Posterior }
  | { readonly kind: 'invalid'; readonly issues: readonly ObservationIssue[] }

const MAX_ISSUES = 20

function checkObservation(slots: ReadonlySet<string>, observation: Observation): string | null {
  const { impressions, successes } = observation
  if (!Number.isSafeInteger(impressions) || impressions < 0) {
    return 'Impressions must be a whole number of at least 0.'
  }
  if (!Number.isSafeInteger(successes) || successes < 0) {
    return 'Successes must be a whole number of at least 0.'
  }
  for (const slot of Object.keys(observation.assets)) {
    if (!slots.has(slot)) return `Unknown slot “${slot}”.`
  }
  return null
}

function checkBatch(posterior: Posterior, batch: readonly Observation[]): ObservationIssue[] {
  const slots = new Set(posterior.slots)
  const issues: ObservationIssue[] = []
  for (const [row, observation] of batch.entries()) {
    const message = checkObservation(slots, observation)
    if (message) issues.push({ row, message })
    if (issues.length === MAX_ISSUES) break
  }
  return issues
}

/** One order of keys for ever, whichever batch first brought them. */
function sortKeys(weights: Readonly<Record<string, Gaussian>>): Record<string, Gaussian> {
  return Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Learns from one batch: the previous posterior is the prior, and the new one is the diagonal
 * Laplace approximation at the mode of
 * Σ successes·z − Σ impressions·log(1 + e^z) + log prior, z = the row's linear predictor.
 * Successes are a linear term, so a success may arrive in a later batch than its impression.
 * The order of the batch does not matter, bit for bit.
 *
 * A batch with a negative, fractional or non-finite count, or a slot this model does not know, is
 * refused as a whole. New assets and new feature values begin at their family's prior; features
 * that the model does not use are ignored, and a missing slot or feature contributes nothing.
 */
export function updatePosterior(posterior: Posterior, batch: readonly Observation[]): UpdateResult {
  const issues = checkBatch(posterior, batch)
  if (issues.length > 0) return { kind: 'invalid', issues }
  const informative = batch.filter(({ impressions, successes }) => impressions + successes > 0)
  if (informative.length === 0) return { kind: 'ok', posterior }

  const design = buildDesignMatrix(posterior, informative)
  const believed = design.keys.map((key) => weightOf(posterior, key))
  const mode = findMode(design, {
    means: Float64Array.from(believed, ([mean]) => mean),
    precisions: Float64Array.from(believed, ([, precision]) => precision),
  })
  const weights: Record<string, Gaussian> = { ...posterior.weights }
  for (const [index, key] of design.keys.entries()) {
    weights[key] = [mode.means[index] ?? 0, mode.precisions[index] ?? 1]
  }
  const totals = { ...posterior.totals }
  for (const { impressions, successes } of informative) {
    totals.impressions += impressions
    totals.successes += successes
  }
  return { kind: 'ok', posterior: { ...posterior, weights: sortKeys(weights), totals } }
}
