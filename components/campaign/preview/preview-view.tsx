'use client'

import { Dices } from 'lucide-react'
import { useCampaign } from '@/components/campaign/use-campaign'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'
import { ElementControls } from './element-controls'
import { IssueList } from './issue-list'
import { PreviewReasons } from './preview-reasons'
import { SizeGallery } from './size-gallery'
import { usePreview, usePreviewChoice } from './use-preview'
import { ViewerControls } from './viewer-controls'

const SIZES = [
  { value: 'all' as const, label: 'All sizes' },
  ...adSizeSchema.options.map((value) => ({ value, label: labelAdSize(value) })),
]

export function PreviewView({ campaignId }: { campaignId: string }) {
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <PreviewStudio campaign={campaign} /> : null
}

function PreviewStudio({ campaign }: { campaign: CampaignDetail }) {
  const [choice, setChoice] = usePreviewChoice()
  const preview = usePreview(campaign, choice)
  const ad = preview.data?.kind === 'ok' ? preview.data.ads[0] : undefined
  const placedSizes = campaign.placements.map(({ size }) => size)
  if (preview.data?.kind === 'invalid') {
    return <IssueList campaignId={campaign.id} issues={preview.data.issues} />
  }
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_264px]">
      <div className="min-w-0 space-y-5">
        <Card
          flush
          title="The ad"
          description="Made by the engine and the code that serve. Looking at it counts nowhere."
          actions={
            <>
              <Select
                aria-label="Ad sizes"
                className="w-32"
                value={choice.size}
                onValueChange={(size) => void setChoice({ size })}
                options={SIZES}
              />
              <Button
                icon={<Dices aria-hidden />}
                onClick={() => void setChoice({ viewer: (choice.viewer + 1) >>> 0 })}
              >
                Another viewer
              </Button>
            </>
          }
          footer={<span className="tabular-nums">Viewer {choice.viewer}</span>}
        >
          <div
            className={cn(
              'bg-subtle p-4 transition-opacity sm:p-5',
              preview.isPlaceholderData && 'opacity-60',
            )}
          >
            {preview.isError ? (
              <ErrorState
                title="The preview could not be made"
                body={preview.error.message}
                onRetry={() => void preview.refetch()}
              />
            ) : ad ? (
              <SizeGallery
                renderings={ad.renderings.filter(
                  ({ size }) => choice.size === 'all' || choice.size === size,
                )}
                placedSizes={placedSizes}
              />
            ) : (
              <div className="flex flex-wrap gap-5">
                <Skeleton className="h-64 w-75 max-w-full" />
                <Skeleton className="h-64 w-40" />
              </div>
            )}
          </div>
        </Card>
        {ad && preview.data?.kind === 'ok' && (
          <PreviewReasons campaign={campaign} ad={ad} policyVersion={preview.data.policyVersion} />
        )}
      </div>
      <div className="space-y-5">
        <ViewerControls
          campaign={campaign}
          choice={choice}
          now={preview.data?.kind === 'ok' ? preview.data.fields : {}}
          onChange={(change) => void setChoice(change)}
        />
        <ElementControls
          slots={campaign.slots}
          chosen={choice.chosen}
          onChange={(chosen) => void setChoice({ chosen })}
        />
      </div>
    </div>
  )
}
