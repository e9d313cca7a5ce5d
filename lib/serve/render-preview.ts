import { fitAsset } from '@/lib/creatives/asset-fit'
import { layoutOf } from '@/lib/creatives/layouts'
import { measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import { renderDecision } from '@/lib/creatives/render-decision'
import { resolveAssets } from '@/lib/creatives/resolve-assets'
import type { AdSize } from '@/lib/decision/ad-size'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { PreviewRendering } from './preview-api'

type ChosenAssets = Readonly<Record<string, string>>

/** The decided assets with those a person chose; the same object where nothing was changed. */
export function chooseByHand(
  { slots, experiment }: Snapshot,
  decided: ChosenAssets,
  chosen: ChosenAssets,
): ChosenAssets {
  const changes = slots.flatMap(({ key, assetIds }) => {
    const id = Object.hasOwn(chosen, key) ? chosen[key] : undefined
    if (id === undefined || id === decided[key]) return []
    return assetIds.includes(id) || experiment.benchmark[key] === id ? [[key, id] as const] : []
  })
  return changes.length === 0 ? decided : { ...decided, ...Object.fromEntries(changes) }
}

/** An ad in one size, by the code that serves, with what a person should know of it. */
export function renderPreview(
  snapshot: Snapshot,
  assets: ChosenAssets,
  size: AdSize,
  products?: readonly ShownProduct[],
): PreviewRendering {
  const decision = { assets: { ...assets }, size, ...(products && { products: [...products] }) }
  const creative = renderDecision(snapshot, decision)
  const shown = resolveAssets(snapshot, decision)
  const layout = layoutOf(snapshot.design, size)
  const cutKinds = Object.values(shown).flatMap((asset) => {
    const fit = fitAsset(asset, layout, size)
    return fit.state === 'limited' && fit.fault.kind === 'too_long' ? [asset.kind] : []
  })
  return {
    size,
    html: creative.html,
    weightBytes: creative.weightBytes,
    limitBytes: measureCreativeWeight(creative, size).limitBytes,
    laterBytes: creative.laterBytes,
    cutKinds,
    overriddenSlots: Object.keys(assets).filter(
      (slot) => shown[slot] && shown[slot].id !== assets[slot],
    ),
  }
}
