import type { AuditGround } from './audit-ground'
import { counted } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { quoteAsset } from './describe-place'

/** Pictures that say nothing to those who cannot see them (WCAG 2.2, 1.1.1). */
export function findMissingAltTexts({ slots }: AuditGround): AuditFinding[] {
  return slots.flatMap(({ key, kind, elements }) => {
    // A background is decoration, and read out as nothing.
    if (kind !== 'image' && kind !== 'logo' && kind !== 'video') return []
    return elements
      .filter((element) => counted(element) && element.asset.altText.trim() === '')
      .map(({ asset }) =>
        createFinding(
          'accessibility',
          'alt_text',
          'warning',
          {
            sentence: `${quoteAsset(asset)} has no alternative text.`,
            detail: 'Who cannot see the picture is told nothing. Say in a few words what it shows.',
          },
          { slots: [key], assetIds: [asset.id] },
          { kind: 'open_asset', assetId: asset.id, field: 'altText' },
        ),
      )
  })
}
