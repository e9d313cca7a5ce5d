import { createRandom } from '@/lib/math/random'
import type { Constraint } from './constraint'
import { ConstraintTies, UNSET } from './constraint-ties'
import { countAllowed } from './count-allowed'
import { placeAsset } from './place-asset'
import type { SlotCandidates } from './policy'

/** Combinations side by side: picks[row * slots + slot] is an index into the slot's candidates. */
export interface Rows {
  readonly count: number
  readonly picks: Uint16Array
}

/** Steps of one enumeration beyond which the combinations count as too many. */
const MAX_STEPS = 200_000

/** Constraints for one list of candidates; all indexes are into that list. */
export class CompiledConstraints {
  /**
   * Of each slot the assets that at least one allowed combination holds, ascending, as far as the
   * slots of its group go.
   */
  readonly possible: readonly Uint16Array[]
  /** False if no combination is allowed at all. */
  readonly isFeasible: boolean
  private readonly isPossible: readonly Uint8Array[]

  constructor(
    private readonly ties: ConstraintTies,
    sizes: readonly number[],
  ) {
    const all = sizes.map((size) => Uint16Array.from({ length: size }, (_, asset) => asset))
    this.isPossible = sizes.map((size, slot) => findPossible(ties, slot, size, all))
    this.possible = this.isPossible.map((mask, slot) =>
      (all[slot] ?? new Uint16Array()).filter((asset) => mask[asset] === 1),
    )
    this.isFeasible = this.possible.every((assets) => assets.length > 0)
  }

  /** Slots that limit each other, directly or through others; every slot is in one group. */
  get groups(): readonly (readonly number[])[] {
    return this.ties.groups
  }

  /**
   * Whether the slot may hold the asset beside the other picks, of which some may be `UNSET`.
   * Allocates nothing: made for hill climbing.
   */
  isAllowed(picks: ArrayLike<number>, slot: number, asset: number): boolean {
    return this.isPossible[slot]?.[asset] === 1 && this.ties.agree(picks, slot, asset)
  }

  /** Whether a full row is allowed: every pick a possible candidate, all of them in agreement. */
  isAllowedRow(picks: ArrayLike<number>): boolean {
    for (let slot = 0; slot < this.possible.length; slot++) {
      if (!this.isAllowed(picks, slot, picks[slot] ?? UNSET)) return false
    }
    return true
  }

  /**
   * Puts the asset into its slot and mends the slots tied to it, see `placeAsset`. False, with the
   * picks as they were, if no allowed combination holds the asset. `orders`: which assets of each
   * slot to try first where one must change.
   */
  place(
    picks: Uint16Array,
    slot: number,
    asset: number,
    orders: readonly Uint16Array[] = this.possible,
  ): boolean {
    if (this.isPossible[slot]?.[asset] !== 1) return false
    return placeAsset(this.ties, picks, slot, asset, orders)
  }

  /** Makes any row an allowed one in place; of each group the first slot keeps its pick if it can. */
  repair(picks: Uint16Array, orders: readonly Uint16Array[] = this.possible): boolean {
    if (this.isAllowedRow(picks)) return true
    return this.groups.every((group) => {
      const slot = group[0] ?? 0
      const tries = [picks[slot] ?? UNSET, ...(orders[slot] ?? [])]
      return tries.some((asset) => this.place(picks, slot, asset, orders))
    })
  }

  /** How many combinations are allowed; null where the pairs are too entangled to count. */
  count(): number | null {
    return countAllowed(this.ties, this.possible)
  }

  /** All allowed combinations, the last slot varying fastest; null if there are more than `limit`. */
  listRows(limit: number): Rows | null {
    const width = this.possible.length
    const found: number[] = []
    const picks = new Uint16Array(width).fill(UNSET)
    let count = 0
    let steps = 0
    const visit = (slot: number): boolean => {
      if (slot === width) {
        found.push(...picks)
        return ++count <= limit
      }
      for (const asset of this.possible[slot] ?? []) {
        if (++steps > MAX_STEPS) return false
        if (!this.ties.agree(picks, slot, asset)) continue
        picks[slot] = asset
        const goesOn = visit(slot + 1)
        picks[slot] = UNSET
        if (!goesOn) return false
      }
      return true
    }
    return visit(0) ? { count, picks: Uint16Array.from(found) } : null
  }

  /** Seeded allowed combinations, some of which may be alike; none where none is allowed. */
  drawRows(count: number, seed: number): Rows {
    if (!this.isFeasible) return { count: 0, picks: new Uint16Array() }
    const width = this.possible.length
    const picks = new Uint16Array(count * width)
    const random = createRandom(seed)
    for (let start = 0; start < picks.length; start += width) {
      const row = picks.subarray(start, start + width)
      for (let slot = 0; slot < width; slot++) {
        const assets = this.possible[slot] ?? []
        row[slot] = assets[Math.floor(random.next() * assets.length)] ?? 0
      }
      this.repair(row)
    }
    return { count, picks }
  }
}

/** Works the constraints of a campaign out for a list of candidates. */
export function compileConstraints(
  constraints: readonly Constraint[],
  candidates: readonly SlotCandidates[],
): CompiledConstraints {
  const sizes = candidates.map(({ assetIds }) => assetIds.length)
  return new CompiledConstraints(new ConstraintTies(constraints, candidates), sizes)
}

function findPossible(
  ties: ConstraintTies,
  slot: number,
  size: number,
  orders: readonly Uint16Array[],
): Uint8Array {
  const picks = new Uint16Array(orders.length)
  const isPossible = (asset: number) =>
    placeAsset(ties, picks.fill(UNSET), slot, asset, orders) ? 1 : 0
  const unnamed = ties.isNamed[slot]?.indexOf(0) ?? -1
  const ofUnnamed = unnamed < 0 ? 0 : isPossible(unnamed)
  return Uint8Array.from({ length: size }, (_, asset) =>
    ties.isNamed[slot]?.[asset] === 1 ? isPossible(asset) : ofUnnamed,
  )
}
