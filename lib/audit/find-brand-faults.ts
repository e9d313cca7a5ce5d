import type { BrandKit } from '@/lib/brand/brand-kit'
import { checkAsset } from '@/lib/brand/check-asset'
import { labelAdSize } from '@/lib/decision/ad-size'
import { type AuditGround, counted, type Element, SIZES } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { listWords, quoteAsset } from './describe-place'

/** What assets break of the brand kit by themselves, and where the law has no room. */
export function findBrandFaults(ground: AuditGround, kit: BrandKit): AuditFinding[] {
  const elements = ground.slots.flatMap(({ elements: own }) => own.filter(counted))
  const names = new Map(elements.map(({ asset }) => [asset.id, asset.name]))
  const nameOf = (assetId: string) => names.get(assetId) ?? null
  const unique = [...new Map(elements.map((element) => [element.asset.id, element])).values()]
  return [
    ...unique.flatMap((element) => checkElement(ground, kit, element, nameOf)),
    ...findHiddenDisclaimers(ground),
  ]
}

function checkElement(
  { slots }: AuditGround,
  kit: BrandKit,
  { asset, details, slotIndex }: Element,
  nameOf: (assetId: string) => string | null,
): AuditFinding[] {
  const { id, kind, text } = asset
  return checkAsset(kit, { id, kind, text, ...details }, { nameOf }).map((finding) =>
    createFinding(
      'brand',
      finding.ruleId,
      finding.severity === 'block' ? 'error' : 'warning',
      {
        sentence: `${quoteAsset(asset)}: ${finding.message}`,
        detail: `${finding.fix} ${finding.reason} (${finding.owner})`,
      },
      { slots: [slots[slotIndex]?.key ?? ''], assetIds: [id] },
      { kind: 'open_asset', assetId: id, field: text === null ? 'colours' : 'text' },
    ),
  )
}

/** A disclaimer that some sizes have no room for is not shown there, whatever the law asks. */
function findHiddenDisclaimers({ slots, placed }: AuditGround): AuditFinding[] {
  return slots.flatMap((slot) => {
    if (slot.kind !== 'disclaimer' || !slot.elements.some(counted)) return []
    const hidden = placed.filter((size) => !slot.hasRoom[size]).flatMap((size) => SIZES[size] ?? [])
    if (hidden.length === 0) return []
    return createFinding(
      'brand',
      'disclaimer-hidden',
      'warning',
      {
        sentence: `${listWords(hidden.map(labelAdSize))} ${hidden.length === 1 ? 'has' : 'have'} no room for the disclaimer.`,
        detail: 'Where the law asks for it, take these placements out, or choose another layout.',
      },
      { slots: [slot.key], sizes: hidden },
      { kind: 'go_to', step: 'pilot', path: 'placementIds' },
    )
  })
}
