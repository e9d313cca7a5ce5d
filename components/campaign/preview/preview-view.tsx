'use client'

import { Dices } from 'lucide-react'
import { useCampaign } from '@/components/campaign/use-campaign'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { ErrorState } from '@/components/ui/error-state'
import { formatBytes } from '@/components/ui/format-number'
import { Segmented } from '@/components/ui/segmented'
import { Skeleton } from '@/components/ui/skeleton'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'
import { IssueList } from './issue-list'
import { PreviewReasons } from './preview-reasons'
import { usePreview, usePreviewChoice } from './use-preview'
import { ViewerControls } from './viewer-controls'

const SIZES = adSizeSchema.options.map((value) => ({ value, label: labelAdSize(value) }))

export function PreviewView({ campaignId }: { campaignId: string }) {
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <PreviewStudio campaign={campaign} /> : null
}

function PreviewStudio({ campaign }: { campaign: CampaignDetail }) {
  const [choice, setChoice] = usePreviewChoice(campaign.placements[0]?.size ?? '300x250')
  const preview = usePreview(campaign, choice)
  const { size } = choice
  const ad = preview.data?.kind === 'ok' ? preview.data.ads[0] : undefined
  if (preview.data?.kind === 'invalid') {
    return <IssueList campaignId={campaign.id} issues={preview.data.issues} />
  }
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_264px]">
      <div className="min-w-0 space-y-5">
        <Card
          title="The ad"
          description="Made by the same engine that serves. Looking at it counts nowhere."
          actions={
            <Button
              icon={<Dices aria-hidden />}
              onClick={() => void setChoice({ viewer: (choice.viewer + 1) >>> 0 })}
            >
              Another viewer
            </Button>
          }
          footer={
            <>
              <span className="tabular-nums">Viewer {choice.viewer}</span>
              {ad && (
                <span className="tabular-nums">
                  {formatBytes(ad.weightBytes)} with its pictures
                </span>
              )}
            </>
          }
        >
          <div className="space-y-4">
            <Segmented
              aria-label="Ad size"
              value={size}
              onValueChange={(next) => void setChoice({ size: next })}
              options={SIZES}
            />
            <div className="bg-subtle -mx-4 flex min-h-80 items-center justify-center p-4 sm:p-6">
              {preview.isError ? (
                <ErrorState
                  title="The preview could not be made"
                  body={preview.error.message}
                  onRetry={() => void preview.refetch()}
                />
              ) : ad ? (
                <CreativePreview
                  html={ad.html}
                  size={size}
                  className={cn(
                    'shadow-popover transition-opacity',
                    preview.isPlaceholderData && 'opacity-60',
                  )}
                />
              ) : (
                <Skeleton className="h-64 w-72 max-w-full" />
              )}
            </div>
          </div>
        </Card>
        {ad && preview.data?.kind === 'ok' && (
          <PreviewReasons campaign={campaign} ad={ad} policyVersion={preview.data.policyVersion} />
        )}
      </div>
      <ViewerControls
        campaign={campaign}
        choice={choice}
        now={preview.data?.kind === 'ok' ? preview.data.fields : {}}
        onChange={(change) => void setChoice(change)}
      />
    </div>
  )
}
