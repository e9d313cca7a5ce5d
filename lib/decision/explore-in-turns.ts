import { createRandom } from '@/lib/math/random'
import { CombinationSet, type Combinations } from './combination-set'
import type { CompiledConstraints } from './compile-constraints'
import type { ExploringGroup } from './explore-combinations'
import { overlayPartitions } from './overlay-partitions'
import { planTurns } from './plan-turns'
import { shufflePartition } from './shuffle-partition'

/** How many of the heaviest combinations are explored around: the more, the longer it goes on. */
const BASES = { mostlyUnexplored: 48, mostlyExplored: 256 } as const

/**
 * Exploration where combinations are too many to keep a chance for each: groups take turns (two
 * explore at once only where the floors leave no other way), each around the heaviest
 * combinations. In a turn the combinations and the explored assets are partitions of the unit
 * interval, shuffled and laid over each other, so that every asset gets exactly its share and the
 * rows stay few: about 48 + n (256 + n at high floors) a slot of n assets, besides the `base`.
 */
export function exploreInTurns(
  base: Combinations,
  constraints: CompiledConstraints,
  groups: readonly ExploringGroup[],
  seed: number,
): Combinations {
  const width = constraints.possible.length
  const random = createRandom(seed)
  const turns = planTurns(groups)
  const unexplored = turns.reduce((sum, { share, active }) => sum + (active.length ? 0 : share), 0)
  const heaviest = takeHeaviest(
    base,
    width,
    unexplored > 0.5 ? BASES.mostlyUnexplored : BASES.mostlyExplored,
  )
  const orders = orderByMarginal(base, constraints)
  const moves = new Map(groups.map((group) => [group, listMoves(constraints, group)]))
  const rows = new CombinationSet()
  for (const { share, active } of turns) {
    const { picks, weights } = active.length === 0 ? base : heaviest
    const bases = shufflePartition(weights, random)
    const explored = active.map((group) => {
      const all = moves.get(group) ?? []
      return {
        all,
        ...shufflePartition(
          all.map((move) => move.share),
          random,
        ),
      }
    })
    const partitions = [bases.widths, ...explored.map(({ widths }) => widths)]
    overlayPartitions(partitions, (parts, piece) => {
      const row = (bases.order[parts[0] ?? 0] ?? 0) * width
      const changed = picks.slice(row, row + width)
      explored.forEach(({ all, order }, index) => {
        const move = all[order[parts[index + 1] ?? 0] ?? 0]
        if (move) constraints.place(changed, move.slot, move.asset, orders)
      })
      rows.add(changed, piece * share)
    })
  }
  return rows.normalise()
}

/** What a group may explore: one of its slots takes one asset, with which share of the group's turn. */
function listMoves(constraints: CompiledConstraints, { slots }: ExploringGroup) {
  return slots.flatMap((slot) => {
    const assets = constraints.possible[slot] ?? new Uint16Array()
    const share = 1 / (slots.length * assets.length)
    return Array.from(assets, (asset) => ({ slot, asset, share }))
  })
}

function takeHeaviest(
  { picks, weights }: Combinations,
  width: number,
  count: number,
): Combinations {
  const rows = [...weights.keys()]
    .sort((left, right) => (weights[right] ?? 0) - (weights[left] ?? 0) || left - right)
    .slice(0, count)
  const set = new CombinationSet()
  for (const row of rows) set.add(picks.subarray(row * width, (row + 1) * width), weights[row] ?? 0)
  return set.normalise()
}

/** Of each slot the possible assets, the likeliest first: what a mended slot turns to. */
function orderByMarginal(
  { picks, weights }: Combinations,
  constraints: CompiledConstraints,
): Uint16Array[] {
  const width = constraints.possible.length
  return constraints.possible.map((assets, slot) => {
    const chances = new Map<number, number>()
    weights.forEach((weight, row) => {
      const asset = picks[row * width + slot] ?? 0
      chances.set(asset, (chances.get(asset) ?? 0) + weight)
    })
    const chanceOf = (asset: number) => chances.get(asset) ?? 0
    return assets.toSorted((left, right) => chanceOf(right) - chanceOf(left) || left - right)
  })
}
