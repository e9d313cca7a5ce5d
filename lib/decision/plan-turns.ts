import type { ExploringGroup } from './explore-combinations'

/** A share of the unit interval and the groups that explore in it. */
export interface Turn {
  readonly share: number
  readonly active: readonly ExploringGroup[]
}

/** Cuts closer than this are one: rounding must not make turns of its own. */
const SNAP = 1e-12

/**
 * Gives every group its time to explore, (floor × slots) of the unit interval, with as little
 * overlap as can be: one after the other around the interval, as in systematic sampling. What
 * nobody takes is left to the unexplored combinations. At most two turns more than groups.
 */
export function planTurns(groups: readonly ExploringGroup[]): Turn[] {
  let position = 0
  const windows = groups.map((group) => {
    const start = position % 1
    const length = group.floor * group.slots.length
    position += length
    return { group, start, length }
  })
  const ends = windows.map(({ start, length }) => (start + length) % 1)
  const cuts = [0, ...ends.sort((left, right) => left - right), 1]
  return cuts.flatMap((cut, index): Turn[] => {
    const next = cuts[index + 1] ?? cut
    if (next - cut < SNAP) return []
    const middle = (cut + next) / 2
    const isActive = ({ start, length }: (typeof windows)[number]) =>
      (middle - start + 1) % 1 < length
    return [{ share: next - cut, active: windows.filter(isActive).map(({ group }) => group) }]
  })
}
