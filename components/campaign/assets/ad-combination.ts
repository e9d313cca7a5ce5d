import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { assembleCreative, type Creative } from '@/lib/creatives/assemble-creative'
import { type CreativeWeight, measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import { heaviestProducts } from '@/lib/creatives/pick-products'
import { canShow, overrideOf } from '@/lib/creatives/resolve-assets'
import type { AdSize } from '@/lib/decision/ad-size'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { Design, SnapshotAsset } from '@/lib/decision/snapshot'

export type Combination = Readonly<Record<string, SnapshotAsset>>

/** Assets that are shown or may be, once approved. */
export function usableAssets(slot: DraftSlot): readonly DraftAsset[] {
  return slot.assets.filter(({ state, isPaused }) => state !== 'archived' && !isPaused)
}

/** How many ads there would be if everything chosen were approved. */
export function countCombinations(slots: readonly DraftSlot[]): number {
  const counts = slots.map((slot) => usableAssets(slot).length).filter((count) => count > 0)
  return counts.length === 0 ? 0 : counts.reduce((product, count) => product * count, 1)
}

/** The combination with this number, from 0: the last slot changes first. Empty slots are left out. */
export function combinationAt(slots: readonly DraftSlot[], number: number): Combination {
  const chosen: [string, SnapshotAsset][] = []
  let rest = Math.floor(number)
  for (const slot of slots.toReversed()) {
    const assets = usableAssets(slot)
    if (assets.length === 0) continue
    const asset = assets[rest % assets.length]
    rest = Math.floor(rest / assets.length)
    if (asset) chosen.unshift([slot.key, asset])
  }
  return Object.fromEntries(chosen)
}

/** What a combination shows in one size: the campaign's overrides take the place of what they replace. */
export function shownIn(
  design: Design,
  slots: readonly DraftSlot[],
  assets: Combination,
  size: AdSize,
): Combination {
  const known = new Map(slots.flatMap((slot) => slot.assets).map((asset) => [asset.id, asset]))
  return Object.fromEntries(
    Object.entries(assets).map(([slot, asset]) => {
      const other = known.get(overrideOf(design, slot, asset.id, size))
      return [slot, other?.kind === asset.kind && canShow(other, size) ? other : asset]
    }),
  )
}

/** `products` of the design; its picture is shown without. */
export function previewCreative(
  design: Design,
  assets: Combination,
  size: AdSize,
  products?: readonly ShownProduct[],
): Creative {
  const links = { clickUrl: '#', whyUrl: '#', baseUrl: '' }
  return assembleCreative({ design, assets, size, products, ...links })
}

/**
 * The heaviest ad that the slots can make in one size. The weight of an ad is the sum of its
 * parts, so the heaviest asset of each slot makes the heaviest ad; where it shows products, the
 * heaviest of those take the place of the picture, or not.
 */
export function weighHeaviest(
  design: Design,
  slots: readonly DraftSlot[],
  size: AdSize,
): CreativeWeight {
  const heaviest = slots.map((slot): Combination => {
    const weighed = usableAssets(slot).map((asset) => {
      const shown = shownIn(design, slots, { [slot.key]: asset }, size)
      return { shown, weightBytes: previewCreative(design, shown, size).weightBytes }
    })
    return weighed.toSorted((a, b) => b.weightBytes - a.weightBytes)[0]?.shown ?? {}
  })
  const assets: Combination = Object.assign({}, ...heaviest)
  const [first] = [undefined, heaviestProducts(design, size)]
    .map((products) => previewCreative(design, assets, size, products))
    .toSorted((a, b) => b.weightBytes - a.weightBytes)
  return measureCreativeWeight(first ?? previewCreative(design, assets, size), size)
}
