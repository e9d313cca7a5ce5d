import type { Constraint } from './constraint'
import { groupTiedSlots } from './group-tied-slots'
import type { SlotCandidates } from './policy'

/** A slot that nothing is picked for yet; no slot has so many assets. */
export const UNSET = 0xffff

/** A constraint seen from one of its slots. What is no candidate has index -1. */
interface Tie {
  readonly own: number
  readonly otherSlot: number
  readonly other: number
  readonly isTogether: boolean
}

/**
 * Constraints by slot, over the indexes of one list of candidates. An asset that is no candidate
 * can't be shown, so what must go together with it can't be either.
 */
export class ConstraintTies {
  /** Slots that constraints tie together, directly or through others; every slot is in one group. */
  readonly groups: readonly (readonly number[])[]
  readonly groupOf: readonly (readonly number[])[]
  /** Of each slot, which assets a constraint names; the others are alike to any search. */
  readonly isNamed: readonly Uint8Array[]
  private readonly ties: readonly Tie[][]

  constructor(constraints: readonly Constraint[], candidates: readonly SlotCandidates[]) {
    this.ties = candidates.map(() => [])
    this.isNamed = candidates.map(({ assetIds }) => new Uint8Array(assetIds.length))
    const locate = ({ slot, assetId }: Constraint['first']) => {
      const slotIndex = candidates.findIndex((one) => one.slot === slot)
      return { slotIndex, asset: candidates[slotIndex]?.assetIds.indexOf(assetId) ?? -1 }
    }
    for (const { kind, first, second } of constraints) {
      this.tie(locate(first), locate(second), kind === 'together')
      this.tie(locate(second), locate(first), kind === 'together')
    }
    this.groups = groupTiedSlots(
      this.ties.map((own) => own.map((tie) => tie.otherSlot).filter((slot) => slot >= 0)),
    )
    this.groupOf = candidates.map((_, slot) => this.groups.find((one) => one.includes(slot)) ?? [])
  }

  /** Whether the slot may hold the asset beside the picks that are set. Allocates nothing. */
  agree(picks: ArrayLike<number>, slot: number, asset: number): boolean {
    const ties = this.ties[slot] ?? []
    for (let index = 0; index < ties.length; index++) {
      const tie = ties[index]
      if (!tie) continue
      const { otherSlot } = tie
      const pick = otherSlot === slot ? asset : otherSlot < 0 ? -1 : (picks[otherSlot] ?? UNSET)
      if (pick === UNSET) continue
      const isOwn = asset === tie.own
      const isOther = pick === tie.other && pick >= 0
      if (tie.isTogether ? isOwn !== isOther : isOwn && isOther) return false
    }
    return true
  }

  private tie(
    own: { slotIndex: number; asset: number },
    other: { slotIndex: number; asset: number },
    isTogether: boolean,
  ): void {
    this.ties[own.slotIndex]?.push({
      own: own.asset,
      otherSlot: other.slotIndex,
      other: other.asset,
      isTogether,
    })
    const named = this.isNamed[own.slotIndex]
    if (named && own.asset >= 0) named[own.asset] = 1
  }
}
