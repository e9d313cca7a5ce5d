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

const TABS = {
  details: 'Details',
  review: 'Review',
  comments: 'Comments',
  versions: 'Versions',
  usage: 'Used in',
} as const

export type AssetTab = keyof typeof TABS

interface AssetTabsProps {
  asset: AssetResponse
  knownTags: readonly string[]
  tab: AssetTab
  onTabChange: (tab: AssetTab) => void
}

/** One asset: what can be edited, how it stands in review, what it was, where it is used. */
export function AssetTabs({ asset, knownTags, tab, onTabChange }: AssetTabsProps) {
  const { canEdit } = useAssetPermissions()
  return (
    <Tabs key={asset.id} value={tab} onValueChange={(value) => isTab(value) && onTabChange(value)}>
      <TabsList>
        {Object.entries(TABS).map(([value, label]) => (
          <TabsTrigger key={value} value={value}>
            {label}
          </TabsTrigger>
        ))}
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

const isTab = (value: string): value is AssetTab => value in TABS
