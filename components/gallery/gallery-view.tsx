'use client'

import { IssueList } from '@/components/campaign/preview/issue-list'
import { useCampaign } from '@/components/campaign/use-campaign'
import { EmptyState } from '@/components/ui/empty-state'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { GalleryScreen } from './gallery-screen'
import { useGallery, useGalleryChoice } from './use-gallery'

export function GalleryView({ campaignId, canShare }: { campaignId: string; canShare: boolean }) {
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <LoadedGallery campaign={campaign} canShare={canShare} /> : null
}

function LoadedGallery({ campaign, canShare }: { campaign: CampaignDetail; canShare: boolean }) {
  const [url, setUrl] = useGalleryChoice()
  const gallery = useGallery(campaign, url.source)
  if (gallery.isError) {
    return (
      <ErrorState
        title="The ads could not be loaded"
        body={gallery.error.message}
        onRetry={() => void gallery.refetch()}
      />
    )
  }
  if (!gallery.data) {
    return (
      <div aria-busy className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} className="h-64" />
        ))}
      </div>
    )
  }
  switch (gallery.data.kind) {
    case 'invalid':
      return <IssueList campaignId={campaign.id} issues={gallery.data.issues} />
    case 'unpublished':
      return (
        <EmptyState
          title="Nothing is published yet"
          body="The draft has ads to look at already."
          action={<Button onClick={() => void setUrl({ source: 'draft' })}>See the draft</Button>}
        />
      )
    case 'ok':
      return (
        <GalleryScreen
          campaign={campaign}
          gallery={gallery.data}
          canShare={canShare}
          url={url}
          onChange={(change) => void setUrl(change)}
        />
      )
  }
}
