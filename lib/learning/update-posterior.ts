import { BelievedWeights } from './believed-weights'
import { buildDesignMatrix } from './design-matrix'
import { findMode } from './find-mode'
import { START_PRIORS } from './posterior'
import type { Posterior, Priors } from './posterior'
import type { Observation } from './observations'

/** What is wrong with one observation of a batch; row −1 is the posterior itself. */
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
  if (!(impressions >= 0 && impressions <= Number.MAX_SAFE_INTEGER)) {
    return 'Impressions must be a number of at least 0.'
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

/** Growth of the impressions since the families were last sized that makes it worth doing again. */
const SIZING_GROWTH = 0.02
/** Steps of empirical Bayes after a batch that brings much of what is known, and after others. */
const SIZING_STEPS = { much: 4, little: 1 }
const MUCH_GROWTH = 0.3

/**
 * Learns from one batch: the previous posterior is the prior, and the new one is the Laplace
 * approximation at the mode of
 * Σ successes·z − Σ impressions·log(1 + e^z) + log prior, z = the row's linear predictor;
 * the sizes of the families are estimated again once there is enough news.
 * Successes are a linear term, so a success may arrive in a later batch than its impression, and
 * impressions may be fractions (exposures of those whose attribution window is open).
 * The order of the batch does not matter, bit for bit.
 *
 * A batch with a negative or non-finite count, or a slot this model does not know, is refused as a
 * whole, and so is a posterior without its evidence or with a broken one. New assets and new
 * feature values begin at their family's prior; features that the model does not use are ignored,
 * and a missing slot or feature contributes nothing.
 */
export function updatePosterior(posterior: Posterior, batch: readonly Observation[]): UpdateResult {
  const issues = checkBatch(posterior, batch)
  if (!posterior.evidence)
    issues.push({ row: -1, message: 'The posterior is without its evidence.' })
  if (issues.length > 0) return { kind: 'invalid', issues }
  const informative = batch.filter(({ impressions, successes }) => impressions + successes > 0)
  if (informative.length === 0) return { kind: 'ok', posterior }

  const design = buildDesignMatrix(posterior, informative)
  const believed = new BelievedWeights(posterior, design.keys)
  const mode = findMode(design, {
    jointCount: believed.jointCount,
    jointPrecision: believed.jointPrecision(posterior.priors),
    alonePrecisions: believed.alonePrecisions(posterior.priors),
    means: Float64Array.from(believed.means),
    positions: Int32Array.from(design.keys, (key) => believed.positionOf(key)),
  })
  if (!mode) return BROKEN
  believed.add(mode)

  const totals = { ...posterior.totals }
  for (const { impressions, successes } of informative) {
    totals.impressions += impressions
    totals.successes += successes
  }
  let sizedAt = posterior.evidence?.sizedAt ?? 0
  let priors: Priors | null = posterior.priors
  if (totals.impressions >= sizedAt * (1 + SIZING_GROWTH)) {
    const isMuch = totals.impressions >= sizedAt * (1 + MUCH_GROWTH)
    const steps = isMuch ? SIZING_STEPS.much : SIZING_STEPS.little
    sizedAt = totals.impressions
    priors = believed.resize(posterior.priors, START_PRIORS, steps)
  }
  if (!priors) return BROKEN
  return {
    kind: 'ok',
    posterior: {
      ...posterior,
      priors,
      totals,
      weights: believed.toWeights(priors),
      evidence: { keys: believed.jointKeys, information: believed.information, sizedAt },
    },
  }
}

const BROKEN: UpdateResult = {
  kind: 'invalid',
  issues: [
    { row: -1, message: 'The evidence of the posterior is broken: start from an older one.' },
  ],
}
