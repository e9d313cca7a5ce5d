import { drawIndex } from '@/lib/math/draw-index'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { STREAMS } from './assign-arm'
import type { SlotCandidates, SlotDistribution } from './policy'

export interface DrawnAssets {
  readonly assets: Record<string, string>
  readonly propensities: Record<string, number>
  readonly propensity: number
}

/**
 * Draws one asset a slot, independently, from the policy's probabilities, and keeps the exact
 * probability of each draw. Null if the distributions don't answer the candidates: a slot is
 * missing or renamed, an asset is not a candidate, or the probabilities don't sum to 1.
 */
export function drawAssets(
  candidates: readonly SlotCandidates[],
  distributions: readonly SlotDistribution[],
  seed: number,
): DrawnAssets | null {
  const random = createRandom(deriveSeed(seed, STREAMS.slots))
  const assets: Record<string, string> = {}
  const propensities: Record<string, number> = {}
  let combined = 1
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index]
    const distribution = distributions[index]
    if (!candidate || !distribution || !answers(distribution, candidate)) return null
    const drawn = drawIndex(distribution.probabilities, random.next())
    const assetId = distribution.assetIds[drawn]
    const propensity = distribution.probabilities[drawn]
    if (assetId === undefined || propensity === undefined) return null
    assets[candidate.slot] = assetId
    propensities[candidate.slot] = propensity
    combined *= propensity
  }
  return combined > 0 ? { assets, propensities, propensity: combined } : null
}

/** Rounding in a sum of 200 probabilities stays far below it. */
const SUM_TOLERANCE = 1e-6

function answers(distribution: SlotDistribution, candidate: SlotCandidates): boolean {
  const { assetIds, probabilities } = distribution
  if (distribution.slot !== candidate.slot || probabilities.length !== assetIds.length) return false
  if (assetIds !== candidate.assetIds && !areCandidates(assetIds, candidate.assetIds)) return false
  let sum = 0
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index] ?? Number.NaN
    if (!(probability >= 0 && probability <= 1)) return false
    sum += probability
  }
  return Math.abs(sum - 1) <= SUM_TOLERANCE
}

function areCandidates(assetIds: readonly string[], candidateIds: readonly string[]): boolean {
  return assetIds.every(
    (assetId, index) => candidateIds[index] === assetId || candidateIds.includes(assetId),
  )
}
