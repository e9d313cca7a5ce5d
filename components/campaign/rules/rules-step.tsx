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
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Sheet } from '@/components/ui/sheet'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { Constraint } from '@/lib/decision/constraint'
import { GuardrailsCard } from './guardrails-card'
import { PairEditor } from './pair-editor'
import { PairsCard } from './pairs-card'
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
  const { rules, pairs, save, reload } = useRules(campaign)
  const [isPairing, setIsPairing] = useState(false)
  const [edited, setEdited] = useState<RuleDraft | 'new' | null>(null)
  useFocusAnchor()

  const remove = (rule: RuleDraft) => {
    const place = rules.indexOf(rule)
    const rest = rules.filter(({ id }) => id !== rule.id)
    save.mutate(
      { rules: rest },
      {
        onSuccess: () =>
          toast(`“${rule.name}” deleted`, {
            action: {
              label: 'Undo',
              onClick: () => save.mutate({ rules: rest.toSpliced(place, 0, rule) }),
            },
          }),
      },
    )
  }
  const duplicate = (rule: RuleDraft) => {
    const copy = { ...rule, id: newRuleId(), name: `${rule.name.slice(0, 112)} (copy)` }
    save.mutate({ rules: rules.toSpliced(rules.indexOf(rule) + 1, 0, copy) })
  }
  const store = (rule: RuleDraft) => {
    const isNew = !rules.some(({ id }) => id === rule.id)
    const next = isNew ? [...rules, rule] : rules.map((one) => (one.id === rule.id ? rule : one))
    save.mutate({ rules: next }, { onSuccess: () => setEdited(null) })
  }
  const addPair = (pair: Constraint) =>
    save.mutate({ pairs: [...pairs, pair] }, { onSuccess: () => setIsPairing(false) })
  const removePair = (pair: Constraint) => {
    const rest = pairs.filter((other) => other !== pair)
    save.mutate(
      { pairs: rest },
      {
        onSuccess: () =>
          toast('Pair deleted', {
            action: { label: 'Undo', onClick: () => save.mutate({ pairs: [...rest, pair] }) },
          }),
      },
    )
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
      {edited === null && !isPairing && refusal}
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
            onChange={(next) => save.mutate({ rules: next })}
            onEdit={setEdited}
            onDuplicate={duplicate}
            onDelete={remove}
          />
        )}
      </Card>
      <PairsCard
        campaign={campaign}
        pairs={pairs}
        canEdit={canEdit}
        onAdd={() => setIsPairing(true)}
        onDelete={removePair}
      />
      <GuardrailsCard
        campaign={campaign}
        canEdit={canEdit}
        isSaving={save.isPending}
        onKeepApart={addPair}
      />
      <Dialog open={isPairing} onOpenChange={setIsPairing}>
        {isPairing && (
          <PairEditor
            slots={campaign.slots}
            pairs={pairs}
            isSaving={save.isPending}
            refusal={refusal}
            onSave={addPair}
          />
        )}
      </Dialog>
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
