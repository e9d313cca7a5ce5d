import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { isServable } from '@/lib/campaigns/serving-slots'
import type { Pilot } from '@/lib/campaigns/pilot'

/** What to start from: everything varies, half of the traffic, a fifth of that held out. */
export function proposePilot({ slots }: Pick<CampaignDetail, 'slots'>): Pilot {
  return {
    segmentIds: [],
    slotKeys: slots.filter(({ assets }) => assets.length > 0).map(({ key }) => key),
    placementIds: [],
    trafficShare: 0.5,
    holdoutShare: 0.2,
    benchmark: Object.fromEntries(
      slots.flatMap(({ key, assets }) => {
        const first = assets.find(isServable)
        return first ? [[key, first.id]] : []
      }),
    ),
    explorationFloor: 0.05,
  }
}

/** The pilot without what the campaign no longer has: slots, segments and placements that went. */
export function settlePilot(
  pilot: Pilot,
  { slots, segments }: Pick<CampaignDetail, 'slots' | 'segments'>,
  placements: readonly { readonly id: string }[],
): Pilot {
  const has = (items: readonly { readonly id: string }[]) => (id: string) =>
    items.some((item) => item.id === id)
  return {
    ...pilot,
    segmentIds: pilot.segmentIds.filter(has(segments)),
    placementIds: pilot.placementIds.filter(has(placements)),
    slotKeys: pilot.slotKeys.filter((key) => slots.some((slot) => slot.key === key)),
    benchmark: Object.fromEntries(
      slots.flatMap(({ key, assets }) => {
        const id = pilot.benchmark[key]
        return id !== undefined && has(assets)(id) ? [[key, id]] : []
      }),
    ),
  }
}
