'use client'

import { useState } from 'react'
import { moveItem } from '@/components/campaign/rules/move-item'
import { useDragOrder } from '@/components/campaign/rules/use-drag-order'
import { cn } from '@/components/ui/cn'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { SegmentListItem } from '@/lib/segments/segment'
import { CampaignSegmentRow } from './campaign-segment-row'

interface CampaignSegmentListProps {
  campaign: CampaignDetail
  segments: readonly SegmentListItem[]
  canEdit: boolean
  onOrder: (ids: readonly string[]) => void
  onEdit: (segment: SegmentListItem) => void
  onRemove: (segment: SegmentListItem) => void
}

/** Segments by importance. They move by dragging, by their buttons and by keys on the handle. */
export function CampaignSegmentList({
  campaign,
  segments,
  canEdit,
  onOrder,
  ...on
}: CampaignSegmentListProps) {
  const [announcement, setAnnouncement] = useState('')
  const ids = segments.map(({ id }) => id)
  const drag = useDragOrder(ids, onOrder)
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  const move = ({ id, name }: SegmentListItem, by: number, control: string) => {
    const to = ids.indexOf(id) + by
    if (to < 0 || to >= ids.length) return
    onOrder(moveItem(ids, ids.indexOf(id), to))
    setAnnouncement(`${name} is now segment ${to + 1} of ${ids.length}`)
    // Moving a row in the document takes the focus away from it.
    requestAnimationFrame(() => document.getElementById(control)?.focus())
  }
  return (
    <>
      <ol className="divide-border divide-y" aria-label="Segments, the most important first">
        {drag.order
          .flatMap((id) => byId.get(id) ?? [])
          .map((segment, index) => (
            <li
              key={segment.id}
              id={segment.id}
              tabIndex={-1}
              className={cn(
                'bg-surface relative px-3 py-3 last:rounded-b-lg',
                drag.draggedId === segment.id && 'shadow-popover z-10',
              )}
            >
              <CampaignSegmentRow
                campaign={campaign}
                segment={segment}
                index={index}
                count={ids.length}
                canEdit={canEdit}
                onDragStart={drag.start(segment.id)}
                onMove={(by, control) => move(segment, by, control)}
                onEdit={() => on.onEdit(segment)}
                onRemove={() => on.onRemove(segment)}
              />
            </li>
          ))}
      </ol>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  )
}
