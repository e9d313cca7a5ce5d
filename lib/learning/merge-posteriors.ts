import { BelievedWeights } from './believed-weights'
import type { Posterior } from './posterior'

/**
 * What several workers learnt from the same posterior, each from batches of its own, put together:
 * the news of each is added to the base, in any order or grouping (to rounding). Evidence adds up
 * exactly; that each worker took its batches' curvature near its own mode is the approximation.
 * The families keep the base's sizes until the next update. Null where evidence is missing or
 * broken. Successes that come late, and their values, are learnt by one worker: not merged here.
 */
export function mergePosteriors(base: Posterior, parts: readonly Posterior[]): Posterior | null {
  if (!base.evidence || parts.some(({ evidence }) => !evidence)) return null
  const keys = [...new Set(parts.flatMap(({ weights }) => Object.keys(weights)))].sort()
  const merged = new BelievedWeights(base, keys)
  const totals = { ...base.totals }
  const news = parts.map((part) => {
    totals.impressions += part.totals.impressions - base.totals.impressions
    totals.successes += part.totals.successes - base.totals.successes
    return { believed: new BelievedWeights(part, []), priors: part.priors }
  })
  const before = new BelievedWeights(base, [])
  if (!merged.addNews({ believed: before, priors: base.priors }, news)) return null
  const { priors, evidence } = base
  return {
    ...base,
    totals,
    weights: merged.toWeights(priors),
    evidence: { ...evidence, keys: merged.jointKeys, information: merged.information },
  }
}
