import { createRandom } from '@/lib/math/random'
import { CombinationSet, type Combinations } from './combination-set'
import type { CompiledConstraints } from './compile-constraints'
import { overlayPartitions } from './overlay-partitions'
import { shufflePartition } from './shuffle-partition'

/** Combinations that a spread holds at least, unless so many cycles don't yield as many. */
const AIM = 600
const MAX_CYCLES = 64

/**
 * A few hundred combinations of many, with the given chance of each asset in each slot: in every
 * cycle the assets of each slot, in a new order, are a partition of the unit interval, and the
 * slots' partitions are laid over each other. Without constraints the chances are met exactly.
 * Combinations that constraints forbid are mended, which shifts chances of the tied slots.
 * `marginals` are by index of the slot's `possible` assets, positive, and sum to 1.
 */
export function spreadEvenly(
  marginals: readonly Float64Array[],
  constraints: CompiledConstraints,
  seed: number,
): Combinations {
  const random = createRandom(seed)
  const { possible } = constraints
  const rows = new CombinationSet()
  const picks = new Uint16Array(possible.length)
  for (let cycle = 0; cycle < MAX_CYCLES && rows.size < AIM; cycle++) {
    const slots = marginals.map((chances) => shufflePartition(chances, random))
    const orders = possible.map((assets) => {
      const { order } = shufflePartition(assets, random)
      return Uint16Array.from(order, (part) => assets[part] ?? 0)
    })
    overlayPartitions(
      slots.map(({ widths }) => widths),
      (pieces, width) => {
        slots.forEach(({ order }, slot) => {
          picks[slot] = possible[slot]?.[order[pieces[slot] ?? 0] ?? 0] ?? 0
        })
        constraints.repair(picks, orders)
        rows.add(picks, width)
      },
    )
  }
  return rows.normalise()
}
