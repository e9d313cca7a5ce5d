import type { Random } from '@/lib/math/random'
import type { Player } from '@/lib/learning/testing/player'
import { layoutOf } from '@/lib/learning/testing/simulated-world'
import type { WorldShape } from '@/lib/learning/testing/simulated-world'

/** Shows every layout equally often. */
export function createUniformPlayer(shape: WorldShape, random: Random): Player {
  const all = Array.from({ length: shape.assetCount }, (_, asset) => asset)
  let offered: readonly (readonly number[])[] = Array.from({ length: shape.slotCount }, () => all)
  return {
    play: () =>
      layoutOf(
        shape,
        offered.map((assets) => assets[Math.floor(random.next() * assets.length)] ?? 0),
      ),
    reward: () => undefined,
    offer(assets) {
      offered = assets
    },
  }
}
