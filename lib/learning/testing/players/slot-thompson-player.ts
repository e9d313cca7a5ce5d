import type { Random } from '@/lib/math/random'
import { drawBeta } from '@/lib/learning/testing/draw-beta'
import type { Player } from '@/lib/learning/testing/player'
import { layoutOf, picksOf } from '@/lib/learning/testing/simulated-world'
import type { WorldShape } from '@/lib/learning/testing/simulated-world'

/**
 * Beta Thompson sampling for each slot by itself, blind to the context: an asset's rate is that of
 * the layouts it was in, prior Beta(1, 1); every round draws anew, and knows of every earlier one.
 */
export function createSlotThompsonPlayer(
  shape: WorldShape,
  random: Random,
  prior = { successes: 1, failures: 1 },
): Player {
  const { slotCount, assetCount } = shape
  const shown = new Float64Array(slotCount * assetCount)
  const successes = new Float64Array(slotCount * assetCount)
  const all = Array.from({ length: assetCount }, (_, asset) => asset)
  let offered: readonly (readonly number[])[] = Array.from({ length: slotCount }, () => all)

  function pickAsset(slot: number): number {
    let best = 0
    let highest = -1
    for (const asset of offered[slot] ?? []) {
      const index = slot * assetCount + asset
      const won = successes[index] ?? 0
      const lost = Math.max(0, (shown[index] ?? 0) - won)
      const rate = drawBeta(prior.successes + won, prior.failures + lost, random)
      if (rate > highest) [best, highest] = [asset, rate]
    }
    return best
  }

  function count(counts: Float64Array, picks: readonly number[]): void {
    for (const [slot, pick] of picks.entries()) {
      const index = slot * assetCount + pick
      counts[index] = (counts[index] ?? 0) + 1
    }
  }

  return {
    play() {
      const picks = Array.from({ length: slotCount }, (_, slot) => pickAsset(slot))
      count(shown, picks)
      return layoutOf(shape, picks)
    },
    reward: (_, layout) => count(successes, picksOf(shape, layout)),
    offer(assets) {
      offered = assets
    },
  }
}
