import { UNSET, type ConstraintTies } from './constraint-ties'

const MAX_STEPS = 200_000

/**
 * How many combinations of the possible assets the constraints allow, exactly: groups multiply,
 * and within a group the assets of a slot that no constraint names are counted as one, so many
 * times. Null where the pairs are too entangled to count.
 */
export function countAllowed(
  ties: ConstraintTies,
  possible: readonly Uint16Array[],
): number | null {
  const picks = new Uint16Array(possible.length).fill(UNSET)
  let steps = 0
  const countFrom = (group: readonly number[], depth: number): number => {
    const slot = group[depth]
    if (slot === undefined) return 1
    const assets = possible[slot] ?? new Uint16Array()
    const isNamed = (asset: number) => ties.isNamed[slot]?.[asset] === 1
    const unnamed = assets.filter((asset) => !isNamed(asset))
    const choices = Array.from(assets.filter(isNamed), (asset) => ({ asset, times: 1 }))
    if (unnamed[0] !== undefined) choices.push({ asset: unnamed[0], times: unnamed.length })
    let count = 0
    for (const { asset, times } of choices) {
      if (++steps > MAX_STEPS) return Number.NaN
      if (!ties.agree(picks, slot, asset)) continue
      picks[slot] = asset
      count += times * countFrom(group, depth + 1)
      picks[slot] = UNSET
    }
    return count
  }
  const product = ties.groups.reduce((total, group) => total * countFrom(group, 0), 1)
  return Number.isNaN(product) ? null : product
}
