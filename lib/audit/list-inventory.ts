import type { AssetFit } from '@/lib/creatives/asset-fit'
import type { InventoryRow } from './audit'
import type { AuditGround } from './audit-ground'
import { nounOf } from './describe-place'

/** Which slots and sizes each asset can fill, with the reason where it can't. */
export function listInventory({ slots }: AuditGround): InventoryRow[] {
  return slots.flatMap((slot) =>
    slot.elements.map(({ asset, details, standing, fits }) => ({
      slot: slot.key,
      slotLabel: slot.label,
      assetId: asset.id,
      kind: asset.kind,
      name: asset.name,
      text: asset.text,
      locale: details.locale,
      state: asset.state,
      isPaused: asset.isPaused,
      standing: standing.kind,
      fits: fits.map((fit) => ({
        state: fit.state,
        reason: explainFit(fit, nounOf(asset.kind)),
      })),
    })),
  )
}

function explainFit(fit: AssetFit, noun: string): string {
  if (fit.state === 'good') return ''
  if (fit.state === 'no_room') return `No room for a ${noun}`
  switch (fit.fault.kind) {
    case 'no_text':
      return 'Has no text'
    case 'no_rendition':
      return 'Has no picture in this size'
    case 'too_long':
      return `${fit.fault.excess} character${fit.fault.excess === 1 ? '' : 's'} too long`
    case 'too_small':
      return `Too small: ${fit.fault.neededWidthPx} × ${fit.fault.neededHeightPx} px are needed`
  }
}
