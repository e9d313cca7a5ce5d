import { adSizeSchema, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import { fitText, type TextBox } from './fit-text'
import { ctaBox, textWidthPx } from './fragment'
import { layoutOf } from './layouts'
import { type Layout, shownKinds, type TemplateName } from './template'

export interface CoverageSlot {
  readonly key: string
  readonly kind: AssetKind
  readonly assets: readonly SnapshotAsset[]
}

export interface CoverageCell {
  readonly slot: string
  readonly size: AdSize
  /**
   * `ok`: every asset looks right. `warning`: all can be shown, some are cut or blurred.
   * `missing`: nothing can be shown. `unused`: the size has no room for this kind of asset.
   */
  readonly state: 'ok' | 'warning' | 'missing' | 'unused'
  readonly issues: readonly { assetId: string | null; message: string }[]
}

const DISCLAIMER_FONT_PX = 9

/** The coverage matrix of a campaign: for every slot and ad size, what it lacks. Slots first, then sizes. */
export function coverageOfSizes(
  template: TemplateName,
  slots: readonly CoverageSlot[],
  sizes: readonly AdSize[] = adSizeSchema.options,
): CoverageCell[] {
  return slots.flatMap((slot) => sizes.map((size) => coverCell(template, slot, size)))
}

function coverCell(template: TemplateName, slot: CoverageSlot, size: AdSize): CoverageCell {
  const layout = layoutOf(template, size)
  const cell = { slot: slot.key, size }
  if (!shownKinds(layout).has(slot.kind)) return { ...cell, state: 'unused', issues: [] }
  if (slot.assets.length === 0) {
    return {
      ...cell,
      state: 'missing',
      issues: [{ assetId: null, message: 'No asset is in this slot.' }],
    }
  }
  const checked = slot.assets.map((asset) => ({ asset, fault: checkAsset(asset, layout, size) }))
  const issues = checked.flatMap(({ asset, fault }) =>
    fault ? [{ assetId: asset.id, message: fault.message }] : [],
  )
  const isMissing = checked.every(({ fault }) => fault?.isMissing)
  return { ...cell, state: isMissing ? 'missing' : issues.length > 0 ? 'warning' : 'ok', issues }
}

interface Fault {
  readonly message: string
  readonly isMissing: boolean
}

function checkAsset(asset: SnapshotAsset, layout: Layout, size: AdSize): Fault | null {
  if (asset.kind === 'image' || asset.kind === 'background' || asset.kind === 'logo') {
    return checkPicture(asset, layout, size)
  }
  const text = asset.text ?? ''
  if (text === '') return { message: `“${asset.name}” has no text.`, isMissing: true }
  const box = textBoxOf(asset.kind, layout)
  if (!box || fitText(text, box).fits) return null
  return {
    message: `“${asset.name}” is too long for ${labelAdSize(size)}: it is cut after about ${charactersThatFit(box)} characters.`,
    isMissing: false,
  }
}

function checkPicture(asset: SnapshotAsset, layout: Layout, size: AdSize): Fault | null {
  const rendition = asset.renditions.find((candidate) => candidate.size === size)
  if (!rendition) {
    return {
      message: `“${asset.name}” has no picture for ${labelAdSize(size)} yet.`,
      isMissing: true,
    }
  }
  const isBlurred = rendition.widthPx < layout.picture[2] || rendition.heightPx < layout.picture[3]
  if (asset.kind === 'logo' || !isBlurred) return null
  return {
    message: `“${asset.name}” is small for ${labelAdSize(size)}: it is shown enlarged.`,
    isMissing: false,
  }
}

/** The room a kind of copy has in a layout. */
function textBoxOf(kind: AssetKind, layout: Layout): TextBox | null {
  const widthPx = textWidthPx(layout)
  if (kind === 'headline') return { ...layout.headline, widthPx, isBold: true }
  if (kind === 'body' && layout.body) return { ...layout.body, widthPx, isBold: false }
  if (kind === 'cta') return ctaBox(layout)
  if (kind !== 'disclaimer') return null
  const fontPx = DISCLAIMER_FONT_PX
  return { widthPx, lines: layout.disclaimerLines, maxPx: fontPx, minPx: fontPx, isBold: false }
}

const AVERAGE_CHARACTER_EMS = 0.53

function charactersThatFit(box: TextBox): number {
  const perLine = Math.floor(box.widthPx / (box.minPx * AVERAGE_CHARACTER_EMS))
  // Lines end at words, so the last words of each line are lost.
  return Math.round(perLine * box.lines * 0.9)
}
