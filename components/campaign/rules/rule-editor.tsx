'use client'

import { type ReactNode, useState } from 'react'
import { ConditionBuilder } from '@/components/segments/condition-builder'
import { useFieldCatalog } from '@/components/segments/use-field-catalog'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { QueryContent } from '@/components/ui/query-content'
import { Segmented } from '@/components/ui/segmented'
import { SheetContent } from '@/components/ui/sheet'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { describeRule } from '@/lib/rules/describe-rule'
import type { RuleInput } from '@/lib/rules/rule'
import { checkCondition } from '@/lib/segments/check-condition'
import { EffectFields } from './effect-fields'
import { ALWAYS, createRule, isAlways, startCondition } from './new-rule'
import type { RuleDraft } from './use-rules'

interface RuleEditorProps {
  campaign: CampaignDetail
  /** Null for a new one. */
  rule: RuleDraft | null
  isSaving: boolean
  refusal: ReactNode
  onSave: (rule: RuleInput) => void
}

const MAX_NAME_LENGTH = 120

export function RuleEditor({ campaign, rule, isSaving, refusal, onSave }: RuleEditorProps) {
  const { slots, segments } = campaign
  const catalog = useFieldCatalog()
  const [value, setValue] = useState<RuleInput>(() => rule ?? createRule(slots))
  const [hasTried, setHasTried] = useState(false)
  const { condition, effect } = value
  const words = describeRule(value, segments, slots)
  const sentence = `${words.when} → ${words.then}`
  const issues = isAlways(condition) ? [] : checkCondition(condition)
  const isComplete = issues.length === 0 && effect.assetIds.length > 0

  const save = () => {
    setHasTried(true)
    if (!isComplete) return
    onSave({ ...value, name: value.name.trim() || sentence.slice(0, MAX_NAME_LENGTH) })
  }
  return (
    <SheetContent
      size="lg"
      title={rule ? 'Edit the rule' : 'New rule'}
      description="When something is so, then a slot may or may not show something."
      footer={
        <Button variant="primary" loading={isSaving} onClick={save}>
          {rule ? 'Save the rule' : 'Add the rule'}
        </Button>
      }
    >
      <div className="space-y-6">
        {refusal}
        <Field label="Name" optional hint="Left empty, the sentence below becomes its name.">
          <Input
            value={value.name}
            maxLength={MAX_NAME_LENGTH}
            placeholder="Rainwear on rainy days"
            onChange={(event) => setValue({ ...value, name: event.target.value })}
          />
        </Field>
        <section className="space-y-3" aria-labelledby="rule-when">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 id="rule-when" className="text-sm font-semibold">
              When
            </h3>
            <Segmented
              aria-label="When the rule holds"
              value={isAlways(condition) ? 'always' : 'sometimes'}
              onValueChange={(kind) =>
                setValue({ ...value, condition: kind === 'always' ? ALWAYS : startCondition() })
              }
              options={[
                { value: 'sometimes', label: 'Only when…' },
                { value: 'always', label: 'Always' },
              ]}
            />
          </div>
          {isAlways(condition) ? (
            <p className="text-muted text-sm">For every viewer, at any time.</p>
          ) : (
            <QueryContent query={catalog} noun="What conditions can ask">
              {(fields) => (
                <ConditionBuilder
                  value={condition}
                  onChange={(next) => setValue({ ...value, condition: next })}
                  fields={fields}
                  segments={segments}
                  showIssues={hasTried}
                />
              )}
            </QueryContent>
          )}
        </section>
        <EffectFields
          slots={slots}
          effect={effect}
          showIssues={hasTried}
          onChange={(next) => setValue({ ...value, effect: next })}
        />
        <p
          role="status"
          className="border-border bg-subtle rounded-lg border p-3 text-sm break-words"
        >
          <span className="text-muted mb-0.5 block text-xs">In one sentence</span>
          {words.when} <span className="text-accent">→</span>{' '}
          {effect.assetIds.length > 0 ? words.then : '…'}
        </p>
        {hasTried && !isComplete && (
          <p role="alert" className="text-danger text-sm">
            {issues.length > 0
              ? 'Complete the condition, or choose “Always”.'
              : 'Choose at least one asset.'}
          </p>
        )}
      </div>
    </SheetContent>
  )
}
