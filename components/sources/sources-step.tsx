'use client'

import { Database } from 'lucide-react'
import { useCampaign } from '@/components/campaign/use-campaign'
import { FeedList } from '@/components/feeds/feed-list'
import { useKnownFeeds } from '@/components/feeds/use-feeds'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { ProfileSummary } from '@/lib/profiles/profile'
import { type KnownFeed, listDataNeeds } from '@/lib/sources/list-data-needs'
import { DataNeedRow } from './data-need-row'
import { SourceList } from './source-list'
import { useNow } from './use-now'
import { useProfileSummary } from './use-sources'

/** Step 4: what the campaign's segments and rules read, whether it arrives, and the way in for it. */
interface SourcesStepProps {
  campaignId: string
  canEdit: boolean
}

export function SourcesStep({ campaignId, canEdit }: SourcesStepProps) {
  const { data: campaign } = useCampaign(campaignId)
  const profiles = useProfileSummary()
  const feeds = useKnownFeeds()
  if (!campaign) return null
  return (
    <QueryContent query={profiles} noun="The customers">
      {(summary) => (
        <QueryContent query={feeds} noun="The feeds">
          {(known) => (
            <div className="space-y-5">
              <NeedsCard campaign={campaign} profiles={summary} feeds={known} />
              <SourceList canEdit={canEdit} />
              <FeedList canEdit={canEdit} />
            </div>
          )}
        </QueryContent>
      )}
    </QueryContent>
  )
}

interface NeedsCardProps {
  campaign: CampaignDetail
  profiles: ProfileSummary
  feeds: readonly KnownFeed[]
}

function NeedsCard({ campaign, profiles, feeds }: NeedsCardProps) {
  const now = useNow()
  const readers = [
    ...campaign.segments,
    ...campaign.rules
      .filter(({ enabled }) => enabled)
      .map(({ name, condition }) => ({ name, condition })),
  ]
  const needs = listDataNeeds(readers, profiles.attributes, feeds, now)
  const missing = needs.filter(({ state }) => state !== 'arrives').length
  return (
    <div className="space-y-4">
      {needs.length > 0 && (
        <Callout tone={missing > 0 ? 'warning' : 'success'}>
          {missing > 0
            ? `${missing} of ${needs.length} things this campaign reads ${missing === 1 ? 'does' : 'do'} not arrive as they should. Until then, what depends on them does not apply.`
            : 'Everything this campaign reads arrives.'}
        </Callout>
      )}
      <Card
        flush
        title="Data this campaign reads"
        description="Gathered from its segments and its rules."
        actions={<ButtonLink href="/sources">All sources</ButtonLink>}
      >
        {needs.length === 0 ? (
          <EmptyState
            icon={<Database />}
            title="Nothing is read yet"
            body="As soon as a segment or a rule asks for something – a customer’s tier, the weather, the stock – it is listed here with where it comes from."
            action={
              <ButtonLink href={`/campaigns/${campaign.id}/segments`}>Choose segments</ButtonLink>
            }
          />
        ) : (
          <ul className="divide-border divide-y">
            {needs.map((need) => (
              <DataNeedRow
                key={need.id}
                need={need}
                consentedCount={profiles.consentedCount}
                now={now}
              />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}
