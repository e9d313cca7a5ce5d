import type { Snapshot } from '@/lib/decision/snapshot'
import type { CampaignDraft, DraftAsset } from './campaign-draft'

/** An asset that may serve: approved and not paused. */
export function isServable(asset: DraftAsset): boolean {
  return asset.state === 'approved' && !asset.isPaused
}

/**
 * What each slot can show once published: all that may serve where the slot varies, else the
 * benchmark's asset. Before there is a pilot, every slot varies.
 */
export function listServingSlots({ slots, pilot }: CampaignDraft): Snapshot['slots'] {
  return slots.map(({ key, kind, assets }) => {
    if (!pilot || pilot.slotKeys.includes(key)) {
      return { key, kind, assetIds: assets.filter(isServable).map(({ id }) => id) }
    }
    const benchmarkId = pilot.benchmark[key]
    return { key, kind, assetIds: benchmarkId === undefined ? [] : [benchmarkId] }
  })
}
