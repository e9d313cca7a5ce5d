import { applyPreference } from './apply-preference'
import type { Policy, SlotCandidates, SlotDistribution } from './policy'

/**
 * Policy version 0, before anything is learnt: every eligible asset has the same chance, but for
 * the weights of `prefer` rules. `explorationFloor` is the snapshot's.
 */
export function createUniformPolicy(explorationFloor: number): Policy {
  // The engine hands out the same candidates object for the same eligibility.
  const cache = new WeakMap<SlotCandidates, SlotDistribution>()
  const distributionOf = (candidates: SlotCandidates): SlotDistribution => {
    const known = cache.get(candidates)
    if (known) return known
    const { slot, assetIds, weights } = candidates
    const even = { slot, assetIds, probabilities: assetIds.map(() => 1 / assetIds.length) }
    const distribution = applyPreference(even, weights, explorationFloor)
    cache.set(candidates, distribution)
    return distribution
  }
  return {
    version: 0,
    distributions: (_cell, candidates) => candidates.map(distributionOf),
  }
}
