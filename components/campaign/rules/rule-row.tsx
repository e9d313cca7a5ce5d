'use client'

import {
  ChevronDown,
  ChevronUp,
  CircleAlert,
  Copy,
  EllipsisVertical,
  GripVertical,
  Pencil,
  Trash2,
} from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { cn } from '@/components/ui/cn'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Switch } from '@/components/ui/switch'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { describeRule } from '@/lib/rules/describe-rule'
import type { RuleDraft } from './use-rules'

interface RuleRowProps {
  campaign: CampaignDetail
  rule: RuleDraft
  index: number
  count: number
  canEdit: boolean
  onDragStart: (event: PointerEvent) => void
  /** `control` is the id of what should have the focus afterwards. */
  onMove: (by: number, control: string) => void
  onEnabledChange: (enabled: boolean) => void
  onEdit: () => void
  onDuplicate: () => void
  onDelete: () => void
}

export function RuleRow({ campaign, rule, index, count, canEdit, ...on }: RuleRowProps) {
  const assets = campaign.slots.flatMap((slot) => slot.assets)
  const { when, then } = describeRule(rule, campaign.segments, assets)
  const issues = campaign.issues.filter(({ step, path }) => step === 'rules' && path === rule.id)
  const handleId = `${rule.id}-handle`
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
          aria-label={`Move “${rule.name}”: drag, or use the arrow keys`}
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
      <div className="min-w-0 flex-1 space-y-1">
        <p className={cn('text-sm font-medium break-words', !rule.enabled && 'text-muted')}>
          {rule.name}
          {!rule.enabled && <span className="font-normal"> · off</span>}
        </p>
        <p className="text-muted text-sm break-words">
          {when}
          <span aria-hidden className={cn('mx-1.5', rule.enabled && 'text-accent')}>
            →
          </span>
          <span className="sr-only">, then </span>
          <span className={cn(rule.enabled && 'text-foreground')}>{then}</span>
        </p>
        {issues.map(({ message }) => (
          <p key={message} className="text-danger flex items-start gap-1.5 text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {message}
          </p>
        ))}
      </div>
      {canEdit && (
        <div className="flex shrink-0 items-center gap-1">
          <span className="flex items-center max-md:hidden">
            {(['up', 'down'] as const).map((way) => {
              const id = `${rule.id}-${way}`
              const isEnd = way === 'up' ? index === 0 : index === count - 1
              return (
                <IconButton
                  key={way}
                  id={id}
                  size="sm"
                  label={`Move ${way}`}
                  aria-disabled={isEnd}
                  className={cn(isEnd && 'opacity-40')}
                  onClick={() => on.onMove(way === 'up' ? -1 : 1, id)}
                >
                  {way === 'up' ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
                </IconButton>
              )
            })}
            <IconButton size="sm" label={`Edit ${rule.name}`} onClick={on.onEdit}>
              <Pencil aria-hidden />
            </IconButton>
          </span>
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <IconButton size="sm" label={`More for ${rule.name}`}>
                <EllipsisVertical aria-hidden />
              </IconButton>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem icon={<Pencil aria-hidden />} onSelect={on.onEdit}>
                Edit
              </DropdownMenuItem>
              <DropdownMenuItem
                icon={<ChevronUp aria-hidden />}
                onSelect={() => on.onMove(-1, handleId)}
              >
                Move up
              </DropdownMenuItem>
              <DropdownMenuItem
                icon={<ChevronDown aria-hidden />}
                onSelect={() => on.onMove(1, handleId)}
              >
                Move down
              </DropdownMenuItem>
              <DropdownMenuItem icon={<Copy aria-hidden />} onSelect={on.onDuplicate}>
                Duplicate
              </DropdownMenuItem>
              <DropdownMenuItem danger icon={<Trash2 aria-hidden />} onSelect={on.onDelete}>
                Delete
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        </div>
      )}
      <Switch
        aria-label={`“${rule.name}” is on`}
        className="mt-0.5"
        checked={rule.enabled}
        disabled={!canEdit}
        onCheckedChange={on.onEnabledChange}
      />
    </div>
  )
}
