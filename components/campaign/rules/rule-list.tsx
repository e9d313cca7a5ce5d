'use client'

import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { moveItem } from './move-item'
import { RuleRow } from './rule-row'
import { useDragOrder } from './use-drag-order'
import type { RuleDraft } from './use-rules'

interface RuleListProps {
  campaign: CampaignDetail
  rules: readonly RuleDraft[]
  canEdit: boolean
  onChange: (rules: RuleDraft[]) => void
  onEdit: (rule: RuleDraft) => void
  onDuplicate: (rule: RuleDraft) => void
  onDelete: (rule: RuleDraft) => void
}

/** Rules by priority. They move by dragging, by their buttons and by arrow keys on the handle. */
export function RuleList({ campaign, rules, canEdit, onChange, ...actions }: RuleListProps) {
  const [announcement, setAnnouncement] = useState('')
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const sorted = (order: readonly string[]) => order.flatMap((id) => byId.get(id) ?? [])
  const drag = useDragOrder(
    rules.map(({ id }) => id),
    (order) => onChange(sorted(order)),
  )
  const move = (rule: RuleDraft, by: number, control: string) => {
    const from = rules.indexOf(rule)
    const to = from + by
    if (to < 0 || to >= rules.length) return
    onChange(moveItem(rules, from, to))
    setAnnouncement(`${rule.name} is now rule ${to + 1} of ${rules.length}`)
    // Moving a row in the document takes the focus away from it.
    requestAnimationFrame(() => document.getElementById(control)?.focus())
  }
  return (
    <>
      <ol className="divide-border divide-y" aria-label="Rules, first one first">
        {sorted(drag.order).map((rule, index) => (
          <li
            key={rule.id}
            id={rule.id}
            tabIndex={-1}
            className={cn(
              'bg-surface relative px-3 py-3 last:rounded-b-lg',
              drag.draggedId === rule.id && 'shadow-popover z-10',
            )}
          >
            <RuleRow
              campaign={campaign}
              rule={rule}
              index={index}
              count={rules.length}
              canEdit={canEdit}
              onDragStart={drag.start(rule.id)}
              onMove={(by, control) => move(rule, by, control)}
              onEnabledChange={(enabled) =>
                onChange(rules.map((one) => (one.id === rule.id ? { ...rule, enabled } : one)))
              }
              onEdit={() => actions.onEdit(rule)}
              onDuplicate={() => actions.onDuplicate(rule)}
              onDelete={() => actions.onDelete(rule)}
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
