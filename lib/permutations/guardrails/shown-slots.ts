import { layoutOf } from '@/lib/creatives/layouts'
import { shownKinds } from '@/lib/creatives/template'
import type { AdSize } from '@/lib/decision/ad-size'
import type { AssetKind } from '@/lib/decision/snapshot'
import type { ProofSubject } from './guardrail'

/** Slots that an ad of a size shows: of two of one kind the first, if the layout has room for it. */
export function listShownSlots({ slots, design }: ProofSubject, size: AdSize): number[] {
  const kinds = shownKinds(layoutOf(design, size))
  return slots.flatMap((slot, index) =>
    kinds.has(slot.kind) && slots.findIndex(({ kind }) => kind === slot.kind) === index
      ? [index]
      : [],
  )
}

/** The slot an ad of a size shows something of a kind from; -1 if there is none. */
export function findShownSlot(subject: ProofSubject, size: AdSize, kind: AssetKind): number {
  return listShownSlots(subject, size).find((index) => subject.slots[index]?.kind === kind) ?? -1
}
