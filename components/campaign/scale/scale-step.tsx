'use client'

import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useCampaign } from '@/components/campaign/use-campaign'
import { LiftCard } from '@/components/reports/lift-card'
import { useReport } from '@/components/reports/use-report'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { rankElements } from './rank-elements'
import { SlotElements } from './slot-elements'
import { StandingsCard } from './standings-card'
import { useBeliefs } from '@/components/campaign/beliefs/use-beliefs'
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
  const { canPublish } = useCampaignPermissions()
  const report = useReport(campaign.id)
  const beliefs = useBeliefs(campaign.id)
  return (
    <div className="space-y-5">
      {campaign.hasUnpublishedChanges && (
        <Callout tone="info" title="Your changes are not in served ads yet">
          {canPublish
            ? 'Press “Publish changes” above, and every ad from the next second on follows them.'
            : 'Ask a marketer or an owner to publish them.'}
        </Callout>
      )}
      <QueryContent query={report} noun="The report">
        {(data) => {
          const slots = campaign.slots.map((slot) => ({
            slot,
            elements: rankElements(
              slot,
              data.elements.filter((row) => row.slot === slot.key),
              beliefs.data?.slots.find((belief) => belief.slot === slot.key)?.assets ?? [],
            ),
          }))
          return (
            <>
              <LiftCard report={data} />
              <StandingsCard campaignId={campaign.id} slots={slots} />
              {slots.map(({ slot, elements }) => (
                <SlotElements
                  key={slot.key}
                  campaignId={campaign.id}
                  slot={slot}
                  elements={elements}
                  reward={beliefs.data?.reward ?? 'click'}
                />
              ))}
            </>
          )
        }}
      </QueryContent>
      {campaign.pilot && (
        <WidenCard key={campaign.editVersion} campaign={campaign} pilot={campaign.pilot} />
      )}
    </div>
  )
}
