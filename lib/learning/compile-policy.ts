import { LRUCache } from 'lru-cache'
import { applyPreference } from '@/lib/decision/apply-preference'
import type { Policy, SlotCandidates, SlotDistribution } from '@/lib/decision/policy'
import { hashString } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { estimateBestChances } from './estimate-best-chances'
import { assetKeys, featureValue, weightOf } from './posterior'
import type { Posterior } from './posterior'

/**
 * Draws use half the posterior's standard deviation (Chapelle & Li's α = 0.5). Probability
 * matching at full width explores longer than a campaign lasts; in the house's simulator half of
 * it earned more in strong and in mild worlds.
 */
const SPREAD = 0.5
const MAX_REMEMBERED = 20_000

interface LearnedPolicyOptions {
  /** Chance shared evenly among the eligible assets of every slot, 0 to 1. */
  readonly explorationFloor: number
  /** Posterior draws behind each distribution. */
  readonly draws?: number
}

/** What the model believes of each asset in this cell, on the logit scale, up to a constant. */
function assetBeliefs(
  posterior: Posterior,
  { slot, assetIds }: SlotCandidates,
  cell: Readonly<Record<string, string>>,
) {
  const means: number[] = []
  const deviations: number[] = []
  for (const assetId of assetIds) {
    let mean = 0
    let variance = 0
    for (const key of assetKeys(posterior, slot, assetId, cell)) {
      const [weightMean, precision] = weightOf(posterior, key)
      mean += weightMean
      variance += 1 / precision
    }
    means.push(mean)
    deviations.push(SPREAD * Math.sqrt(variance))
  }
  return { means, deviations }
}

const nameOf = ({ slot, assetIds, weights }: SlotCandidates) =>
  JSON.stringify([slot, assetIds, weights])

/**
 * Compiles a posterior into a policy: Thompson sampling, factored over slots. What does not depend
 * on the asset cancels, so a slot's distribution is the chance that each candidate's main effect
 * plus its interactions with the cell is the largest, by seeded posterior draws, then `prefer`
 * weights and the exploration floor. A pure function of (posterior, version, cell, candidates):
 * the seed is their hash. Results are remembered, so serving is a lookup.
 */
export function createLearnedPolicy(
  posterior: Posterior,
  version: number,
  { explorationFloor, draws = 512 }: LearnedPolicyOptions,
): Policy {
  const remembered = new LRUCache<string, SlotDistribution>({ max: MAX_REMEMBERED })
  // Candidates have long names and short ids. The engine hands out the same object for the same
  // eligibility, so mostly the id is known without building the name.
  const idsByName = new LRUCache<string, number>({ max: MAX_REMEMBERED })
  const ids = new WeakMap<SlotCandidates, number>()
  let nextId = 0
  function idOf(candidates: SlotCandidates): number {
    const known = ids.get(candidates)
    if (known !== undefined) return known
    const name = nameOf(candidates)
    const id = idsByName.get(name) ?? nextId++
    idsByName.set(name, id)
    ids.set(candidates, id)
    return id
  }

  function compileSlot(
    candidates: SlotCandidates,
    cell: Readonly<Record<string, string>>,
    cellKey: string,
  ): SlotDistribution {
    const { means, deviations } = assetBeliefs(posterior, candidates, cell)
    const random = createRandom(hashString(`${version}\n${cellKey}${nameOf(candidates)}`))
    const chances = estimateBestChances(means, deviations, draws, random)
    const { slot, assetIds, weights } = candidates
    return applyPreference({ slot, assetIds, probabilities: chances }, weights, explorationFloor)
  }

  return {
    version,
    distributions(cell, candidates) {
      const cellKey = JSON.stringify(posterior.features.map((f) => featureValue(cell, f) ?? null))
      return candidates.map((slotCandidates) => {
        const key = `${idOf(slotCandidates)}${cellKey}`
        const known = remembered.get(key)
        if (known) return known
        const distribution = compileSlot(slotCandidates, cell, cellKey)
        remembered.set(key, distribution)
        return distribution
      })
    },
  }
}
