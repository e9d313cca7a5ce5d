'use client'

import { BrainCircuit } from 'lucide-react'
import { useCampaign } from '@/components/campaign/use-campaign'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { Beliefs } from '@/lib/learning/belief-api'
import { BeliefsSkeleton } from './beliefs-skeleton'
import { BeliefsSummary } from './beliefs-summary'
import { FatigueCard } from './fatigue-card'
import { LaggardsCard } from './laggards-card'
import { nameElements } from './name-elements'
import { PairsCard } from './pairs-card'
import { SlotBeliefs } from './slot-beliefs'
import { SplitChoice } from './split-choice'
import { useBeliefs, useSplitBy } from './use-beliefs'

/** What the model believes of a campaign's elements, and how sure it is. */
export function BeliefsView({ campaignId }: { campaignId: string }) {
  const [splitBy] = useSplitBy()
  const { data: campaign } = useCampaign(campaignId)
  const query = useBeliefs(campaignId, splitBy)
  return (
    <section aria-labelledby="beliefs-title" className="space-y-5">
      <div className="space-y-1">
        <h2 id="beliefs-title" className="text-lg font-semibold">
          What the model believes
        </h2>
        <p className="text-muted max-w-2xl text-sm">
          How much each element helps, how sure that is, and what is still being tried.
        </p>
      </div>
      {query.data && campaign ? (
        <div
          className={cn('space-y-5 transition-opacity', query.isPlaceholderData && 'opacity-60')}
        >
          <BeliefsBody campaign={campaign} beliefs={query.data} />
        </div>
      ) : query.isError ? (
        <Card>
          <ErrorState
            title="What the model believes could not be read"
            body={query.error.message}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            action={<ButtonLink href={`/reports/${campaignId}`}>See what was measured</ButtonLink>}
          />
        </Card>
      ) : (
        <BeliefsSkeleton />
      )}
    </section>
  )
}

function BeliefsBody({ campaign, beliefs }: { campaign: CampaignDetail; beliefs: Beliefs }) {
  const [splitBy] = useSplitBy()
  if (beliefs.policyVersion === 0) return <NothingLearnt campaign={campaign} />
  const names = nameElements(campaign)
  const shown = splitBy !== null && beliefs.features.includes(splitBy) ? splitBy : null
  return (
    <>
      {beliefs.isApproximate && (
        <Callout tone="info" title="The ranges are somewhat too narrow">
          How the elements’ effects depend on each other was not kept with this version. The next
          version that is learnt has it again.
        </Callout>
      )}
      <BeliefsSummary beliefs={beliefs} names={names} />
      <SplitChoice features={beliefs.features} />
      {beliefs.slots.map((slot) => (
        <SlotBeliefs
          key={slot.slot}
          slot={slot}
          names={names}
          splitBy={shown}
          segments={campaign.segments}
          reward={beliefs.reward}
        />
      ))}
      <LaggardsCard campaignId={campaign.id} laggards={beliefs.laggards} names={names} />
      <FatigueCard fatigue={beliefs.fatigue} names={names} />
      <PairsCard pairs={beliefs.pairs} names={names} />
    </>
  )
}

function NothingLearnt({ campaign }: { campaign: CampaignDetail }) {
  const isPublished = campaign.revision > 0
  return (
    <Card>
      <EmptyState
        icon={<BrainCircuit />}
        title="Nothing is learnt yet"
        body={
          isPublished
            ? 'The model starts with the first assembled ads that are seen, within seconds. Until then every element has the same chance. Put the tag of a placement on a page.'
            : 'The model learns from the ads of the pilot. Publish it first; until then there is nothing to believe.'
        }
        action={
          isPublished ? (
            <ButtonLink href="/placements">Get the tag</ButtonLink>
          ) : (
            <ButtonLink href={`/campaigns/${campaign.id}/pilot`}>Go to the pilot</ButtonLink>
          )
        }
      />
    </Card>
  )
}
