import type { AuditGround, Element } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { quoteAsset } from './describe-place'

/** What waits: for somebody to submit it, for a reviewer, for whoever has to change it. */
export function findReadiness({ slots }: AuditGround): AuditFinding[] {
  const waiting = (reason: string) =>
    slots.flatMap(({ elements }) =>
      elements.filter(({ standing }) => standing.kind === 'planned' && standing.reason === reason),
    )
  return [
    ...describe(waiting('draft'), 'draft', 'never submitted for review', (assetIds) => ({
      kind: 'submit',
      assetIds,
    })),
    ...describe(waiting('in_review'), 'in_review', 'in review', (assetIds) => ({
      kind: 'review',
      assetIds,
    })),
    ...waiting('changes_requested').map((element) =>
      createFinding(
        'readiness',
        'changes_requested',
        'warning',
        {
          sentence: `The reviewer asked for changes to ${quoteAsset(element.asset)}.`,
          detail: 'Change it and submit it again; until then it is not shown.',
        },
        placeOf([element]),
        { kind: 'open_asset', assetId: element.asset.id, field: 'text' },
      ),
    ),
    ...slots.flatMap(({ elements }) =>
      elements.flatMap((element) => {
        const { standing } = element
        if (standing.kind !== 'out' || !(standing.reason in OUT_WORDS)) return []
        const words = OUT_WORDS[standing.reason as keyof typeof OUT_WORDS]
        return createFinding(
          'readiness',
          standing.reason,
          'info',
          {
            sentence: `${quoteAsset(element.asset)} is ${words} and never shown.`,
            detail: 'Take it out of the slot, or bring it back in the library.',
          },
          placeOf([element]),
          { kind: 'take_out', slot: keyOf(slots, element), assetIds: [element.asset.id] },
        )
      }),
    ),
  ]

  function placeOf(elements: readonly Element[]) {
    return {
      slots: [...new Set(elements.map((element) => keyOf(slots, element)))],
      assetIds: [...new Set(elements.map(({ asset }) => asset.id))],
    }
  }

  function describe(
    elements: readonly Element[],
    name: string,
    words: string,
    fixOf: (assetIds: string[]) => AuditFinding['fix'],
  ): AuditFinding[] {
    const where = placeOf(elements)
    const count = where.assetIds.length
    if (count === 0) return []
    const [first] = elements
    const subject = count === 1 && first ? `${quoteAsset(first.asset)} is` : `${count} assets are`
    return [
      createFinding(
        'readiness',
        name,
        'warning',
        {
          sentence: `${subject} ${words}.`,
          detail: 'Only what is approved is shown to people.',
        },
        { ...where, assetIds: where.assetIds.slice(0, 200) },
        fixOf(where.assetIds),
      ),
    ]
  }
}

const OUT_WORDS = { archived: 'archived', rejected: 'rejected', expired: 'expired' }

function keyOf(slots: AuditGround['slots'], { slotIndex }: Element): string {
  return slots[slotIndex]?.key ?? ''
}
