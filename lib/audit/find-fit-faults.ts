import { AD_SIZES, labelAdSize } from '@/lib/decision/ad-size'
import { type AuditGround, counted, type Element, placedWithRoom, SIZES } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { listWords, quoteAsset } from './describe-place'

/** Assets that are cut, enlarged or missing in a size where the campaign is placed. */
export function findFitFaults(ground: AuditGround): AuditFinding[] {
  return ground.slots.flatMap((slot) => {
    const sizes = placedWithRoom(ground, slot)
    return slot.elements.filter(counted).flatMap((element) => {
      const faulty = (kind: Fault) => sizes.filter((size) => faultOf(element, size) === kind)
      return FAULTS.flatMap((kind) => {
        const own = faulty(kind)
        return own.length === 0 ? [] : [describe(kind, slot.key, element, own)]
      })
    })
  })
}

const FAULTS = ['no_rendition', 'no_text', 'too_long', 'too_small'] as const
type Fault = (typeof FAULTS)[number]

function faultOf({ fits }: Element, size: number): Fault | null {
  const fit = fits[size]
  return fit?.state === 'limited' || fit?.state === 'missing' ? fit.fault.kind : null
}

function describe(
  kind: Fault,
  slot: string,
  { asset, fits }: Element,
  sizes: readonly number[],
): AuditFinding {
  const names = sizes.flatMap((size) => SIZES[size] ?? [])
  const where = { slots: [slot], sizes: names, assetIds: [asset.id] }
  const place = listWords(names.map(labelAdSize))
  const quoted = quoteAsset(asset)
  const open = (field: 'text' | 'picture') =>
    ({ kind: 'open_asset', assetId: asset.id, field }) as const
  switch (kind) {
    case 'no_rendition':
      return createFinding(
        'fit',
        kind,
        'error',
        {
          sentence: `${quoted} has no picture for ${place}.`,
          detail:
            'It is cut anew in the background. If this stays, take it out or upload it again.',
        },
        where,
        { kind: 'take_out', slot, assetIds: [asset.id] },
      )
    case 'no_text':
      return createFinding(
        'fit',
        kind,
        'error',
        { sentence: `${quoted} has no text.`, detail: 'It leaves its place empty.' },
        where,
        open('text'),
      )
    case 'too_long': {
      const excess = Math.max(...sizes.map((size) => excessOf(fits[size])))
      return createFinding(
        'fit',
        kind,
        'warning',
        {
          sentence: `${quoted} is too long for ${place}.`,
          detail: `Its end is cut off: ${excess} character${excess === 1 ? '' : 's'} too many.`,
        },
        where,
        open('text'),
      )
    }
    case 'too_small': {
      const widest = Math.max(...names.map((size) => AD_SIZES[size].widthPx))
      return createFinding(
        'fit',
        kind,
        'warning',
        {
          sentence: `${quoted} is too small for ${place}.`,
          detail: `It is shown enlarged and looks soft. A picture of ${widest * 2} px or more is sharp on every screen.`,
        },
        where,
        { kind: 'fill_slot', slot, from: 'upload' },
      )
    }
  }
}

function excessOf(fit: Element['fits'][number] | undefined): number {
  return fit?.state === 'limited' && fit.fault.kind === 'too_long' ? fit.fault.excess : 0
}
