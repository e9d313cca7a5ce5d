import { adSizeSchema, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import { estimateCharacterLimit, fitAsset } from './asset-fit'
import { type LayoutChoice, layoutOf } from './layouts'
import { type Layout, shownKinds } from './template'

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

/** The coverage matrix of a campaign: for every slot and ad size, what it lacks. Slots first, then sizes. */
export function coverageOfSizes(
  design: LayoutChoice,
  slots: readonly CoverageSlot[],
  sizes: readonly AdSize[] = adSizeSchema.options,
): CoverageCell[] {
  return slots.flatMap((slot) => sizes.map((size) => coverCell(design, slot, size)))
}

function coverCell(design: LayoutChoice, slot: CoverageSlot, size: AdSize): CoverageCell {
  const layout = layoutOf(design, size)
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
  const fit = fitAsset(asset, layout, size)
  if (fit.state === 'good' || fit.state === 'no_room') return null
  const isMissing = fit.state === 'missing'
  const message = describeFault(
    fit.fault.kind,
    asset,
    size,
    estimateCharacterLimit(asset.kind, layout),
  )
  return { message, isMissing }
}

function describeFault(
  fault: 'no_text' | 'no_rendition' | 'too_long' | 'too_small',
  { name }: SnapshotAsset,
  size: AdSize,
  limit: number | null,
): string {
  switch (fault) {
    case 'no_text':
      return `“${name}” has no text.`
    case 'no_rendition':
      return `“${name}” has no picture for ${labelAdSize(size)} yet.`
    case 'too_long':
      return `“${name}” is too long for ${labelAdSize(size)}: it is cut after about ${limit} characters.`
    case 'too_small':
      return `“${name}” is small for ${labelAdSize(size)}: it is shown enlarged.`
  }
}
