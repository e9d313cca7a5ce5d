'use client'

import { Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiProblem } from '@/components/api/api-problem'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useCampaign } from '@/components/campaign/use-campaign'
import { useFocusAnchor } from '@/components/campaign/use-focus-anchor'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { SegmentListItem } from '@/lib/segments/segment'
import { CampaignSegmentList } from './campaign-segment-list'
import { SegmentPicker } from './segment-picker'
import { SegmentSheet } from './segment-sheet'
import { useCampaignSegments } from './use-campaign-segments'
import { useSegments } from './use-segments'

export function SegmentsStep({ campaignId }: { campaignId: string }) {
  const { data: campaign } = useCampaign(campaignId)
  const query = useSegments()
  return campaign ? (
    <QueryContent query={query} noun="The segments">
      {({ items }) => <SegmentsCards campaign={campaign} segments={items} />}
    </QueryContent>
  ) : null
}

interface SegmentsCardsProps {
  campaign: CampaignDetail
  segments: readonly SegmentListItem[]
}

function SegmentsCards({ campaign, segments }: SegmentsCardsProps) {
  const { canEdit } = useCampaignPermissions()
  const { segmentIds, save, reload } = useCampaignSegments(campaign)
  const [edited, setEdited] = useState<SegmentListItem | 'new' | null>(null)
  useFocusAnchor()

  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  const chosen = segmentIds.flatMap((id) => byId.get(id) ?? [])
  const others = segments.filter(({ id }) => !segmentIds.includes(id))
  const remove = ({ id, name }: SegmentListItem) => {
    save.mutate(
      segmentIds.filter((one) => one !== id),
      {
        onSuccess: () =>
          toast(`“${name}” taken out`, {
            action: { label: 'Undo', onClick: () => save.mutate(segmentIds) },
          }),
      },
    )
  }
  const create = canEdit && (
    <Button icon={<Plus aria-hidden />} onClick={() => setEdited('new')}>
      New segment
    </Button>
  )
  return (
    <div className="space-y-4">
      {save.error && (
        <Callout
          live
          tone="danger"
          title="The segments were not saved"
          actions={
            <Button size="sm" onClick={() => void reload()}>
              Load the newest version
            </Button>
          }
        >
          {save.error instanceof ApiProblem && save.error.status === 409
            ? 'Somebody changed this campaign meanwhile.'
            : save.error.message}
        </Callout>
      )}
      <Card
        flush
        title="Segments this campaign tells apart"
        description="The most important first: a viewer in several counts as one of the first. Reports show each apart, and the learner finds out what works for whom."
        actions={chosen.length > 0 && create}
      >
        {chosen.length === 0 ? (
          <EmptyState
            icon={<Users />}
            title="Nobody is told apart yet"
            body={
              others.length > 0
                ? 'Add segments from below, or make one.'
                : 'Make a segment for each group that should see something of its own: loyal customers, people on phones, a rainy day.'
            }
            action={create}
          />
        ) : (
          <CampaignSegmentList
            campaign={campaign}
            segments={chosen}
            canEdit={canEdit}
            onOrder={(order) => save.mutate(order.map(({ id }) => id))}
            onEdit={setEdited}
            onRemove={remove}
          />
        )}
      </Card>
      {canEdit && others.length > 0 && (
        <SegmentPicker
          segments={others}
          onAdd={({ id }) => save.mutate([...segmentIds, id])}
          onEdit={setEdited}
        />
      )}
      {edited && (
        <SegmentSheet
          key={edited === 'new' ? 'new' : edited.id}
          segment={edited === 'new' ? null : edited}
          canEdit={canEdit}
          onClose={() => setEdited(null)}
          onSaved={({ id }) => {
            if (edited === 'new') save.mutate([...segmentIds, id])
          }}
        />
      )}
    </div>
  )
}
