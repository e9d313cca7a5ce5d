import { UNSET, type ConstraintTies } from './constraint-ties'

/** Steps of one search; only a knot of many pairs over many slots ever comes near. */
const MAX_STEPS = 5_000

/**
 * Puts an asset into its slot and changes the slots tied to it where they no longer agree: each
 * keeps its pick if it can, else takes the first of its `order` that can, by backtracking. `UNSET`
 * picks of the group are filled in. Changes `picks` in place and returns true, or leaves them
 * alone and returns false if no combination holds the asset (or the search was given up).
 */
export function placeAsset(
  ties: ConstraintTies,
  picks: Uint16Array,
  slot: number,
  asset: number,
  orders: readonly Uint16Array[],
): boolean {
  const group = ties.groupOf[slot] ?? []
  if (group.length === 1) {
    if (!ties.agree(picks, slot, asset)) return false
    picks[slot] = asset
    return true
  }
  const wished = picks.slice()
  for (const member of group) picks[member] = UNSET
  if (ties.agree(picks, slot, asset)) {
    picks[slot] = asset
    const open = group.filter((member) => member !== slot)
    if (fill({ ties, picks, wished, open, orders, steps: 0 }, 0)) return true
  }
  picks.set(wished)
  return false
}

interface Search {
  readonly ties: ConstraintTies
  readonly picks: Uint16Array
  readonly wished: Uint16Array
  readonly open: readonly number[]
  readonly orders: readonly Uint16Array[]
  steps: number
}

function fill(search: Search, depth: number): boolean {
  const slot = search.open[depth]
  if (slot === undefined) return true
  const isNamed = search.ties.isNamed[slot]
  const wish = search.wished[slot] ?? UNSET
  if (wish !== UNSET && tryAsset(search, depth, slot, wish)) return true
  // Assets that no constraint names are alike: one of them tells for all.
  let hasTriedUnnamed = wish !== UNSET && isNamed?.[wish] === 0
  for (const asset of search.orders[slot] ?? []) {
    if (asset === wish) continue
    if (isNamed?.[asset] === 0) {
      if (hasTriedUnnamed) continue
      hasTriedUnnamed = true
    }
    if (tryAsset(search, depth, slot, asset)) return true
  }
  return false
}

function tryAsset(search: Search, depth: number, slot: number, asset: number): boolean {
  if (++search.steps > MAX_STEPS || !search.ties.agree(search.picks, slot, asset)) return false
  search.picks[slot] = asset
  if (fill(search, depth + 1)) return true
  search.picks[slot] = UNSET
  return false
}
