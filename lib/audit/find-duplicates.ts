import type { AuditGround } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { nounOf, quoteAsset } from './describe-place'
import type { Twins } from './find-twins'

/** Twins as findings; the fix keeps the first. */
export function findDuplicates({ slots }: AuditGround, twins: readonly Twins[]): AuditFinding[] {
  return twins.flatMap(({ slotIndex, likeness, elements }) => {
    const slot = slots[slotIndex]
    const [kept, ...others] = elements
    if (!slot || !kept) return []
    const noun = nounOf(slot.kind)
    const count = elements.length
    const words = likeness === 'same' ? 'the same' : 'nearly the same'
    return createFinding(
      'duplicates',
      likeness,
      likeness === 'same' ? 'warning' : 'info',
      {
        sentence: `${count} ${kept.asset.text === null ? 'assets' : 'texts'} of the slot “${slot.label}” are ${words}: ${quoteAsset(kept.asset)}.`,
        detail: `They share the traffic, so each is learnt of ${count} times as slowly, and the ${noun} has no more to choose from.`,
      },
      { slots: [slot.key], assetIds: elements.map(({ asset }) => asset.id) },
      { kind: 'take_out', slot: slot.key, assetIds: others.map(({ asset }) => asset.id) },
    )
  })
}
