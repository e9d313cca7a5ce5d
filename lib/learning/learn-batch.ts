import { BelievedWeights } from './believed-weights'
import type { DesignMatrix } from './design-matrix'
import { expectSuccesses, findMode } from './find-mode'
import type { BeliefBlock, Likelihood } from './batch-rows'
import type { Model, Priors } from './posterior'

/** Growth of the impressions since the families were last sized that makes it worth doing again. */
const SIZING_GROWTH = 0.02
/** Steps of empirical Bayes after a batch that brings much of what is known, and after others. */
const SIZING_STEPS = { much: 3, little: 1 }
const MUCH_GROWTH = 0.3

function blockOf(
  model: Model,
  believed: BelievedWeights,
  keys: readonly string[],
  linear: ReadonlyMap<string, number>,
): BeliefBlock {
  const pulls = new Float64Array(believed.means.length)
  for (const [key, pull] of linear) {
    const position = believed.positionOf(key)
    if (position >= 0) pulls[position] = pull
  }
  return {
    jointCount: believed.jointCount,
    jointPrecision: believed.jointPrecision(model.priors),
    alonePrecisions: believed.alonePrecisions(model.priors),
    means: Float64Array.from(believed.means),
    positions: Int32Array.from(keys, (key) => believed.positionOf(key)),
    linear: pulls,
  }
}

/**
 * A model after one batch: moved to the mode of past times likelihood, with the batch's evidence
 * added, and its families sized again where there is enough news. `linear` is added to the gradient
 * of the weights it names; `start`: where the sizes came from. Null where the evidence is broken.
 */
export function learnBatch(
  model: Model,
  design: DesignMatrix,
  likelihood: Likelihood,
  options: { readonly start: Priors; readonly linear: ReadonlyMap<string, number> },
): Model | null {
  const believed = new BelievedWeights(model, design.keys)
  const mode = findMode(design, blockOf(model, believed, design.keys, options.linear), likelihood)
  if (!mode) return null
  believed.add(mode)
  const totals = { ...model.totals }
  for (let row = 0; row < design.rowCount; row++) {
    totals.impressions += design.impressions[row] ?? 0
    totals.successes += design.successes[row] ?? 0
  }
  let sizedAt = model.evidence?.sizedAt ?? 0
  let priors: Priors | null = model.priors
  if (totals.impressions >= sizedAt * (1 + SIZING_GROWTH)) {
    const isMuch = totals.impressions >= sizedAt * (1 + MUCH_GROWTH)
    sizedAt = totals.impressions
    priors = believed.resize(
      model.priors,
      options.start,
      isMuch ? SIZING_STEPS.much : SIZING_STEPS.little,
    )
  }
  if (!priors) return null
  const { slots, features } = model
  const evidence = { keys: believed.jointKeys, information: believed.information, sizedAt }
  return { slots, features, priors, totals, weights: believed.toWeights(priors), evidence }
}

/** Successes that a model expects of the impressions of a batch, by weight. */
export function expectByWeight(model: Model, design: DesignMatrix): Map<string, number> {
  const believed = new BelievedWeights(model, design.keys)
  const sums = expectSuccesses(design, blockOf(model, believed, design.keys, new Map()))
  return new Map(design.keys.map((key) => [key, sums[believed.positionOf(key)] ?? 0]))
}
