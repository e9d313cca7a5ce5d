import { uniformOf } from '@/lib/math/hash'
import { STREAMS } from './assign-arm'
import type { SlotCandidates } from './policy'
import type { PolicyTable } from './policy-table'

export interface DrawnAssets {
  readonly assets: Record<string, string>
  /** Of each slot, the chance of the asset that was drawn, whatever the other slots show. */
  readonly propensities: Record<string, number>
  /** The chance of the whole combination. */
  readonly propensity: number
}

/** To the middle of the grid of 32 bits: what is far rarer than a step of it is never drawn. */
const HALF_STEP = 0.5 / 0x1_0000_0000

/**
 * Draws one combination of the policy's table. A table is checked when it is built, not here;
 * null if it is none of these candidates.
 */
export function drawAssets(
  candidates: readonly SlotCandidates[],
  table: PolicyTable,
  seed: number,
): DrawnAssets | null {
  const width = candidates.length
  if (table.slots.length !== width) return null
  const row = table.sampler.draw(uniformOf(seed, STREAMS.slots) + HALF_STEP)
  const propensity = table.probabilities[row]
  if (propensity === undefined || !(propensity > 0 && propensity <= 1)) return null
  const assets: Record<string, string> = {}
  const propensities: Record<string, number> = {}
  for (let slot = 0; slot < width; slot++) {
    const candidate = candidates[slot]
    const pick = table.picks[row * width + slot]
    if (!candidate || pick === undefined || table.slots[slot] !== candidate.slot) return null
    const assetId = candidate.assetIds[pick]
    const chance = table.marginals[slot]?.[pick]
    if (assetId === undefined || chance === undefined) return null
    assets[candidate.slot] = assetId
    propensities[candidate.slot] = chance
  }
  return { assets, propensities, propensity }
}
