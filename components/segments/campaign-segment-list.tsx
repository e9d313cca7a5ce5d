'use client'

import { Pencil, X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { OrderedList } from '@/components/ui/ordered-list'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { SegmentListItem } from '@/lib/segments/segment'
import { CampaignSegmentWords } from './campaign-segment-words'

interface CampaignSegmentListProps {
  campaign: CampaignDetail
  segments: readonly SegmentListItem[]
  canEdit: boolean
  onOrder: (segments: SegmentListItem[]) => void
  onEdit: (segment: SegmentListItem) => void
  onRemove: (segment: SegmentListItem) => void
}

/** Segments by importance. */
export function CampaignSegmentList({
  campaign,
  segments,
  canEdit,
  onOrder,
  ...on
}: CampaignSegmentListProps) {
  return (
    <OrderedList
      aria-label="Segments, the most important first"
      noun="segment"
      items={segments}
      canEdit={canEdit}
      onOrder={onOrder}
      actions={(segment) => (
        <>
          <IconButton size="sm" label={`Edit ${segment.name}`} onClick={() => on.onEdit(segment)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            size="sm"
            label={`Take ${segment.name} out`}
            onClick={() => on.onRemove(segment)}
          >
            <X aria-hidden />
          </IconButton>
        </>
      )}
    >
      {(segment) => <CampaignSegmentWords campaign={campaign} segment={segment} />}
    </OrderedList>
  )
}
