import { CombinationSet, type Combinations } from './combination-set'
import type { CompiledConstraints } from './compile-constraints'
import { exploreInTurns } from './explore-in-turns'

/** Up to so many allowed combinations, each of them keeps a chance. */
export const FEW_COMBINATIONS = 256

/** A group of tied slots that has something to explore. */
export interface ExploringGroup {
  /** Its slots that have more than one possible asset. */
  readonly slots: readonly number[]
  /** The floor of each of those slots. */
  readonly floor: number
}

/**
 * Mixes exploration into combinations (weights sum to 1) so that every possible asset of a slot
 * keeps at least floor / n, n being the slot's possible assets. A slot explores with probability
 * `floor`: an evenly drawn asset takes the place of its own, and the slots tied to it are mended.
 * So p' = (1 − floor) · p + floor / n where nothing is tied. Within a group of k tied slots only
 * one explores at a time, which caps their floor at 1 / k: a higher one can be out of reach, as
 * assets that go together have one probability, whatever the sizes of their slots.
 */
export function exploreCombinations(
  base: Combinations,
  constraints: CompiledConstraints,
  floor: number,
  seed: number,
): Combinations {
  const groups = constraints.groups.flatMap((group): ExploringGroup[] => {
    const slots = group.filter((slot) => (constraints.possible[slot]?.length ?? 0) > 1)
    return slots.length > 0 ? [{ slots, floor: Math.min(floor, 1 / slots.length) }] : []
  })
  if (groups.length === 0 || floor === 0) return base
  return constraints.listRows(FEW_COMBINATIONS)
    ? groups.reduce((rows, group) => exploreGroup(rows, constraints, group), base)
    : exploreInTurns(base, constraints, groups, seed)
}

/** One group explores whatever the others do: every combination of explored assets comes up. */
function exploreGroup(
  base: Combinations,
  constraints: CompiledConstraints,
  { slots, floor }: ExploringGroup,
): Combinations {
  const width = constraints.possible.length
  const explored = new CombinationSet()
  const kept = 1 - floor * slots.length
  if (kept > 0) explored.addAll(base, width, kept)
  for (const slot of slots) {
    const assets = constraints.possible[slot] ?? []
    // What an explored asset leads to does not depend on the asset whose place it takes.
    const { picks, weights } = mergeWithout(base, width, slot)
    weights.forEach((weight, row) => {
      for (const asset of assets) {
        const changed = picks.slice(row * width, (row + 1) * width)
        if (constraints.place(changed, slot, asset)) {
          explored.add(changed, (weight * floor) / assets.length)
        }
      }
    })
  }
  return explored.normalise()
}

/** The combinations of all slots but one, whose picks are all 0. */
function mergeWithout({ picks, weights }: Combinations, width: number, slot: number): Combinations {
  const blank = picks.map((pick, index) => (index % width === slot ? 0 : pick))
  const merged = new CombinationSet()
  merged.addAll({ picks: blank, weights }, width, 1)
  return merged.normalise()
}
