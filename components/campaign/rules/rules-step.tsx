'use client'

import { Plus, Split } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { v4 as createUuid } from 'uuid'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useCampaign } from '@/components/campaign/use-campaign'
import { useFocusAnchor } from '@/components/campaign/use-focus-anchor'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Sheet } from '@/components/ui/sheet'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { RuleEditor } from './rule-editor'
import { RuleList } from './rule-list'
import { RulesRefusal } from './rules-refusal'
import { type RuleDraft, useRules } from './use-rules'

export function RulesStep({ campaignId }: { campaignId: string }) {
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <RulesCard campaign={campaign} /> : null
}

function RulesCard({ campaign }: { campaign: CampaignDetail }) {
  const { canEdit } = useCampaignPermissions()
  const { rules, save, reload } = useRules(campaign)
  const [edited, setEdited] = useState<RuleDraft | 'new' | null>(null)
  useFocusAnchor()

  const remove = (rule: RuleDraft) => {
    const place = rules.indexOf(rule)
    const rest = rules.filter(({ id }) => id !== rule.id)
    save.mutate(rest, {
      onSuccess: () =>
        toast(`“${rule.name}” deleted`, {
          action: { label: 'Undo', onClick: () => save.mutate(rest.toSpliced(place, 0, rule)) },
        }),
    })
  }
  const duplicate = (rule: RuleDraft) => {
    const copy = { ...rule, id: newRuleId(), name: `${rule.name.slice(0, 112)} (copy)` }
    save.mutate(rules.toSpliced(rules.indexOf(rule) + 1, 0, copy))
  }
  const store = (rule: RuleDraft) => {
    const isNew = !rules.some(({ id }) => id === rule.id)
    const next = isNew ? [...rules, rule] : rules.map((one) => (one.id === rule.id ? rule : one))
    save.mutate(next, { onSuccess: () => setEdited(null) })
  }

  if (campaign.slots.length === 0) {
    return (
      <Card title="Rules">
        <EmptyState
          icon={<Split />}
          title="Nothing to make rules about yet"
          body="Rules say which pictures and texts may be shown when. Add those first."
          action={<ButtonLink href={`/campaigns/${campaign.id}/assets`}>Add assets</ButtonLink>}
        />
      </Card>
    )
  }
  const add = canEdit && (
    <Button icon={<Plus aria-hidden />} onClick={() => setEdited('new')}>
      Add a rule
    </Button>
  )
  const refusal = save.error && <RulesRefusal error={save.error} onReload={reload} />
  return (
    <div className="space-y-4">
      {edited === null && refusal}
      <Card
        flush
        title="Rules"
        description="Asked from top to bottom for every ad. What they leave, the learner chooses among."
        actions={rules.length > 0 && add}
      >
        {rules.length === 0 ? (
          <EmptyState
            icon={<Split />}
            title="No rules: everything may be shown to everybody"
            body="Add one for what must or must not be seen, such as “When the coat is out of stock, never show its picture”. What works better, the learner finds out by itself."
            action={add}
          />
        ) : (
          <RuleList
            campaign={campaign}
            rules={rules}
            canEdit={canEdit}
            onChange={(next) => save.mutate(next)}
            onEdit={setEdited}
            onDuplicate={duplicate}
            onDelete={remove}
          />
        )}
      </Card>
      <Sheet open={edited !== null} onOpenChange={(open) => !open && setEdited(null)}>
        {edited && (
          <RuleEditor
            key={edited === 'new' ? 'new' : edited.id}
            campaign={campaign}
            rule={edited === 'new' ? null : edited}
            isSaving={save.isPending}
            refusal={refusal}
            onSave={(rule) => store({ ...rule, id: rule.id ?? newRuleId() })}
          />
        )}
      </Sheet>
    </div>
  )
}

/** Until the server gives it one of its own. Browsers have randomUUID on https only. */
function newRuleId(): string {
  return `new-${createUuid().slice(0, 12)}`
}
