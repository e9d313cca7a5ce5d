import { createRandom } from '@/lib/math/random'
import { CombinationSet, type Combinations } from './combination-set'
import { overlayPartitions } from './overlay-partitions'
import { shufflePartition } from './shuffle-partition'

/** Combinations that a spread holds at least, unless so many cycles don't yield as many. */
const AIM = 600
const MAX_CYCLES = 64

/** Some of the slots, with the weighted combinations of theirs alone; the weights sum to 1. */
export interface SpreadPart {
  readonly slots: readonly number[]
  readonly combinations: Combinations
}

/**
 * A few hundred combinations of all slots that stand for the product of the parts: in every cycle
 * the combinations of each part, in a new order, are a partition of the unit interval, and the
 * partitions are laid over each other. Within a part every combination keeps exactly its weight.
 */
export function spreadEvenly(parts: readonly SpreadPart[], seed: number): Combinations {
  const random = createRandom(seed)
  const rows = new CombinationSet()
  const picks = new Uint16Array(parts.reduce((sum, { slots }) => sum + slots.length, 0))
  for (let cycle = 0; cycle < MAX_CYCLES && rows.size < AIM; cycle++) {
    const shuffled = parts.map(({ combinations }) => shufflePartition(combinations.weights, random))
    overlayPartitions(
      shuffled.map(({ widths }) => widths),
      (pieces, width) => {
        parts.forEach(({ slots, combinations }, part) => {
          const row = shuffled[part]?.order[pieces[part] ?? 0] ?? 0
          slots.forEach((slot, index) => {
            picks[slot] = combinations.picks[row * slots.length + index] ?? 0
          })
        })
        rows.add(picks, width)
      },
    )
  }
  return rows.normalise()
}
