'use client'

import { OrderedList } from '@/components/ui/ordered-list'
import { Switch } from '@/components/ui/switch'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { RuleActions } from './rule-actions'
import { RuleWords } from './rule-words'
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

/** Rules by priority. */
export function RuleList({ campaign, rules, canEdit, onChange, ...on }: RuleListProps) {
  const setEnabled = (id: string, enabled: boolean) =>
    onChange(rules.map((rule) => (rule.id === id ? { ...rule, enabled } : rule)))
  return (
    <OrderedList
      aria-label="Rules, first one first"
      noun="rule"
      items={rules}
      canEdit={canEdit}
      onOrder={onChange}
      actions={(rule, move) => (
        <RuleActions
          rule={rule}
          onMove={move}
          onEdit={() => on.onEdit(rule)}
          onDuplicate={() => on.onDuplicate(rule)}
          onDelete={() => on.onDelete(rule)}
        />
      )}
      end={({ id, name, enabled }) => (
        <Switch
          aria-label={`“${name}” is on`}
          className="mt-0.5"
          checked={enabled}
          disabled={!canEdit}
          onCheckedChange={(next) => setEnabled(id, next)}
        />
      )}
    >
      {(rule) => <RuleWords campaign={campaign} rule={rule} />}
    </OrderedList>
  )
}
