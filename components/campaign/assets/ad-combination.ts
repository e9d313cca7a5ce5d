import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { assembleCreative, type Creative } from '@/lib/creatives/assemble-creative'
import { type CreativeWeight, measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import type { AdSize } from '@/lib/decision/ad-size'
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

export function previewCreative(design: Design, assets: Combination, size: AdSize): Creative {
  return assembleCreative({ design, assets, size, clickUrl: '#', whyUrl: '#', baseUrl: '' })
}

/**
 * The heaviest ad that the slots can make in one size. The weight of an ad is the sum of its
 * parts, so the heaviest asset of each slot makes the heaviest ad.
 */
export function weighHeaviest(
  design: Design,
  slots: readonly DraftSlot[],
  size: AdSize,
): CreativeWeight {
  const weightOf = (key: string, asset: SnapshotAsset) =>
    previewCreative(design, { [key]: asset }, size).weightBytes
  const heaviest = slots.flatMap((slot) => {
    const weighed = usableAssets(slot).map(
      (asset) => [slot.key, asset, weightOf(slot.key, asset)] as const,
    )
    const [first] = weighed.toSorted((a, b) => b[2] - a[2])
    return first ? [[first[0], first[1]] as const] : []
  })
  return measureCreativeWeight(previewCreative(design, Object.fromEntries(heaviest), size), size)
}
