'use client'

import { ReviewLinksSheet } from '@/components/reviews/review-links-sheet'
import { ShareDialog } from '@/components/reviews/share-dialog'
import { TearSheetMenu } from '@/components/tear-sheet/tear-sheet-menu'
import { renderSample } from '@/lib/creatives/render-decision'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { GallerySource } from '@/lib/gallery/gallery-api'
import type { AdSelection } from '@/lib/gallery/select-ads'
import type { CombinationFilter } from '@/lib/permutations/combination-filter'
import { formatBigCount } from './format-big-count'
import type { ShownAds } from './use-selection'

interface GalleryActionsProps {
  snapshot: Snapshot
  source: GallerySource
  size: AdSize
  filter: CombinationFilter
  selection: AdSelection
  ads: ShownAds
  canShare: boolean
}

/** What can be done with the ads that are shown. */
export function GalleryActions({
  snapshot,
  source,
  size,
  filter,
  selection,
  ads,
  canShare,
}: GalleryActionsProps) {
  const { campaignId, campaignName } = snapshot
  const nameOfAd = (adKey: string) => {
    const ad = selection.find(adKey)
    return ad ? `Ad ${formatBigCount(ad.number)}` : 'An ad that is not shown here'
  }
  const listAds = (limit: number) =>
    Array.from({ length: Math.min(limit, ads.count) }, (_, index) => ads.at(index)).flatMap((ad) =>
      ad === null
        ? []
        : {
            html: renderSample(snapshot, { assets: ad.assets, size }).html,
            name: `Ad ${formatBigCount(ad.number)}`,
            elements: Object.values(ad.assets)
              .map((id) => snapshot.assets[id]?.name ?? id)
              .join(' · '),
          },
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TearSheetMenu title={campaignName} {...{ size, listAds }} count={ads.count} />
      <ReviewLinksSheet {...{ campaignId, canShare, nameOfAd }} />
      {canShare && selection.count > 0n && (
        <ShareDialog
          {...{ campaignId, source, filter }}
          ads={selection.count === 1n ? '1 ad' : `${formatBigCount(selection.count)} ads`}
        />
      )}
    </div>
  )
}
