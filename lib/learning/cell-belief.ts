import type { SlotCandidates } from '@/lib/decision/policy'
import { assetKeys, pairKeyOf, weightOf } from './posterior'
import type { Model, Posterior } from './posterior'

/** Means and standard deviations of values that are drawn independently. */
export interface Gaussians {
  readonly means: Float64Array
  readonly deviations: Float64Array
}

/** Two slots, and what is believed of each pair of their candidates beyond their own effects. */
export interface PairBelief extends Gaussians {
  readonly first: number
  readonly second: number
  /** Candidates of the second slot: pair (a, b) lies at a·width + b. */
  readonly width: number
}

/**
 * What is believed of the candidates of every slot in one cell, on the logit scale, up to a
 * constant: the value of a combination is the sum of its assets' and its pairs' values.
 */
export interface CellBelief {
  /** Of each slot, its candidates. */
  readonly slots: readonly Gaussians[]
  readonly pairs: readonly PairBelief[]
}

const gaussians = (count: number): Gaussians => ({
  means: new Float64Array(count),
  deviations: new Float64Array(count),
})

/** Adds up weights into one entry; deviations hold variances until all is added. */
function addWeight({ means, deviations }: Gaussians, entry: number, model: Model, key: string) {
  const [mean, precision] = weightOf(model, key)
  means[entry] = (means[entry] ?? 0) + mean
  deviations[entry] = (deviations[entry] ?? 0) + 1 / precision
}

const takeRoots = ({ deviations }: Gaussians) => {
  for (const [entry, variance] of deviations.entries()) deviations[entry] = Math.sqrt(variance)
}

/**
 * Gathers the belief of one cell: of an asset its main effect and its interactions with the cell
 * (their sum, so one draw stands for all of them), of two assets their pair effect. Where the value
 * of a success counts, what an asset does to its logarithm is added: successes are rare, so the
 * logit of their rate is about the rate's logarithm, and the sum that of rate times value.
 */
export function gatherCellBelief(
  posterior: Posterior,
  candidates: readonly SlotCandidates[],
  cell: Readonly<Record<string, string>>,
): CellBelief {
  const slots = candidates.map(({ slot, assetIds }) => {
    const own = gaussians(assetIds.length)
    for (const [entry, assetId] of assetIds.entries()) {
      for (const key of assetKeys(posterior, slot, assetId, cell)) {
        addWeight(own, entry, posterior, key)
        if (posterior.value) addWeight(own, entry, posterior.value.model, key)
      }
    }
    takeRoots(own)
    return own
  })
  const pairs = candidates.flatMap((one, first) =>
    candidates.slice(first + 1).map((other, offset): PairBelief => {
      const width = other.assetIds.length
      const both = gaussians(one.assetIds.length * width)
      for (const [a, assetId] of one.assetIds.entries()) {
        for (const [b, otherId] of other.assetIds.entries()) {
          const key = pairKeyOf(posterior, { ...one, assetId }, { ...other, assetId: otherId })
          addWeight(both, a * width + b, posterior, key)
        }
      }
      takeRoots(both)
      return { ...both, first, second: first + 1 + offset, width }
    }),
  )
  return { slots, pairs }
}
