'use client'

import { AssetReviewTab } from '@/components/approvals/asset-review-tab'
import { CommentsPanel } from '@/components/approvals/comments-panel'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { AssetResponse } from '@/lib/assets/asset'
import { AssetDetail } from './asset-detail'
import { AssetFindings } from './asset-findings'
import { useAssetPermissions } from './asset-permissions'
import { AssetUsageList } from './asset-usage-list'
import { AssetVersions } from './asset-versions'
import { VideoPoster } from './video-poster'

/** One asset: what can be edited, how it stands in review, what it was, where it is used. */
export function AssetTabs({
  asset,
  knownTags,
}: {
  asset: AssetResponse
  knownTags: readonly string[]
}) {
  const { canEdit } = useAssetPermissions()
  return (
    <Tabs key={asset.id} defaultValue="details">
      <TabsList>
        <TabsTrigger value="details">Details</TabsTrigger>
        <TabsTrigger value="review">Review</TabsTrigger>
        <TabsTrigger value="comments">Comments</TabsTrigger>
        <TabsTrigger value="versions">Versions</TabsTrigger>
        <TabsTrigger value="usage">Used in</TabsTrigger>
      </TabsList>
      <TabsContent value="details" className="space-y-6">
        <AssetFindings asset={asset} />
        {asset.video && (
          <VideoPoster
            asset={asset}
            video={asset.video}
            disabled={!canEdit || asset.state === 'archived'}
          />
        )}
        <AssetDetail key={asset.updatedAt} asset={asset} knownTags={knownTags} />
      </TabsContent>
      <TabsContent value="review">
        <AssetReviewTab asset={asset} />
      </TabsContent>
      <TabsContent value="comments">
        <CommentsPanel asset={asset} />
      </TabsContent>
      <TabsContent value="versions">
        <AssetVersions asset={asset} />
      </TabsContent>
      <TabsContent value="usage">
        <AssetUsageList assetId={asset.id} kind={asset.kind} />
      </TabsContent>
    </Tabs>
  )
}
