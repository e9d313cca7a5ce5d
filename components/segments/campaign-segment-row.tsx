'use client'

import { ChevronDown, ChevronUp, CircleAlert, GripVertical, Pencil, X } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { describeSegment } from '@/lib/segments/describe-segment'
import type { SegmentListItem } from '@/lib/segments/segment'
import { CustomerCount } from './customer-count'

interface CampaignSegmentRowProps {
  campaign: CampaignDetail
  segment: SegmentListItem
  index: number
  count: number
  canEdit: boolean
  onDragStart: (event: PointerEvent) => void
  /** `control` is the id of what should have the focus afterwards. */
  onMove: (by: number, control: string) => void
  onEdit: () => void
  onRemove: () => void
}

export function CampaignSegmentRow({
  campaign,
  segment,
  index,
  count,
  canEdit,
  ...on
}: CampaignSegmentRowProps) {
  const { id, name, condition } = segment
  const issues = campaign.issues.filter(({ step, path }) => step === 'segments' && path === id)
  const uses = describeUses(campaign, id)
  const handleId = `${id}-handle`
  const moveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    on.onMove(event.key === 'ArrowUp' ? -1 : 1, handleId)
  }
  return (
    <div className="flex items-start gap-2">
      {canEdit && (
        <button
          type="button"
          id={handleId}
          aria-label={`Move “${name}”: drag, or use the arrow keys`}
          onPointerDown={on.onDragStart}
          onKeyDown={moveByKey}
          className="text-muted hover:text-foreground -ml-1 inline-flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm active:cursor-grabbing"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      <span
        aria-hidden
        className="text-muted w-4 shrink-0 pt-0.5 text-right text-sm tabular-nums max-sm:hidden"
      >
        {index + 1}
      </span>
      <div className="min-w-0 flex-1 space-y-0.5">
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="font-medium break-words">{name}</span>
          <span className="text-muted text-xs tabular-nums">
            <CustomerCount segment={segment} />
            {segment.count && ' '}
            {uses && <> · {uses}</>}
          </span>
        </p>
        <p className="text-muted text-sm break-words">{describeSegment(condition)}</p>
        {issues.map(({ message }) => (
          <p key={message} className="text-danger flex items-start gap-1.5 text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {message}
          </p>
        ))}
      </div>
      {canEdit && (
        <div className="flex shrink-0 items-center gap-1">
          {(['up', 'down'] as const).map((way) => {
            const control = `${id}-${way}`
            const isEnd = way === 'up' ? index === 0 : index === count - 1
            return (
              <span key={way} className="max-sm:hidden">
                <IconButton
                  id={control}
                  size="sm"
                  label={`Move ${name} ${way}`}
                  aria-disabled={isEnd}
                  className={cn(isEnd && 'opacity-40')}
                  onClick={() => on.onMove(way === 'up' ? -1 : 1, control)}
                >
                  {way === 'up' ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
                </IconButton>
              </span>
            )
          })}
          <IconButton size="sm" label={`Edit ${name}`} onClick={on.onEdit}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton size="sm" label={`Take ${name} out`} onClick={on.onRemove}>
            <X aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}

/** "2 rules, pilot": what would miss the segment. */
function describeUses({ rules, pilot }: CampaignDetail, segmentId: string): string {
  const count = rules.filter(({ condition }) =>
    listConditionReferences(condition).segmentIds.includes(segmentId),
  ).length
  return [
    ...(count > 0 ? [count === 1 ? 'in 1 rule' : `in ${count} rules`] : []),
    ...(pilot?.segmentIds.includes(segmentId) ? ['in the pilot'] : []),
  ].join(', ')
}
