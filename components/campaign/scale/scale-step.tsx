'use client'

import { useCampaign } from '@/components/campaign/use-campaign'
import { LiftCard } from '@/components/reports/lift-card'
import { useReport } from '@/components/reports/use-report'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { SlotElements } from './slot-elements'
import { useBeliefs } from './use-beliefs'
import { WidenCard } from './widen-card'

export function ScaleStep({ campaignId }: { campaignId: string }) {
  const { data: campaign } = useCampaign(campaignId)
  if (!campaign) return null
  if (campaign.revision === 0) {
    return (
      <Card>
        <EmptyState
          title="Start the pilot first"
          body="Winners and losers appear here once the pilot is published and its first ads were seen."
          action={<ButtonLink href={`/campaigns/${campaignId}/pilot`}>Go to the pilot</ButtonLink>}
        />
      </Card>
    )
  }
  return <PublishedCampaign campaign={campaign} />
}

function PublishedCampaign({ campaign }: { campaign: CampaignDetail }) {
  const report = useReport(campaign.id)
  const beliefs = useBeliefs(campaign.id)
  return (
    <div className="space-y-5">
      <QueryContent query={report} noun="The report">
        {(data) => (
          <>
            <LiftCard report={data} />
            {campaign.slots.map((slot) => (
              <SlotElements
                key={slot.key}
                campaignId={campaign.id}
                slot={slot}
                rows={data.elements.filter((row) => row.slot === slot.key)}
                beliefs={
                  beliefs.data?.slots.find((belief) => belief.slot === slot.key)?.assets ?? []
                }
              />
            ))}
          </>
        )}
      </QueryContent>
      {campaign.pilot && (
        <WidenCard key={campaign.editVersion} campaign={campaign} pilot={campaign.pilot} />
      )}
    </div>
  )
}
