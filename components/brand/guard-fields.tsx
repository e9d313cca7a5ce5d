'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import type { Guard } from '@/lib/brand/brand-kit'

interface GuardFieldsProps<Rule extends Guard> {
  /** Tells the fields of rules apart for those who hear them: “Banned words”. */
  name: string
  rule: Rule
  onChange: (rule: Rule) => void
}

/** What breaking a rule means, why it is there, and who may change it. */
export function GuardFields<Rule extends Guard>({ name, rule, onChange }: GuardFieldsProps<Rule>) {
  return (
    <div className="grid gap-3 sm:grid-cols-[auto_minmax(0,2fr)_minmax(0,1fr)]">
      <Field label="When it is broken" group>
        <Segmented
          aria-label={`${name}: when it is broken`}
          value={rule.severity}
          onValueChange={(severity) => onChange({ ...rule, severity })}
          options={[
            { value: 'block', label: 'Block' },
            { value: 'warn', label: 'Warn' },
          ]}
        />
      </Field>
      <Field label="Why">
        <Input
          value={rule.reason}
          maxLength={300}
          onChange={({ target }) => onChange({ ...rule, reason: target.value })}
        />
      </Field>
      <Field label="Whose rule">
        <Input
          value={rule.owner}
          maxLength={120}
          onChange={({ target }) => onChange({ ...rule, owner: target.value })}
        />
      </Field>
    </div>
  )
}
