'use client'

import type { ReactNode } from 'react'
import { Switch } from '@/components/ui/switch'
import type { Guard } from '@/lib/brand/brand-kit'
import { GuardFields } from './guard-fields'

interface OptionalRuleProps<Rule extends Guard> {
  label: string
  description: string
  rule: Rule | null
  /** What it begins with when it is turned on. */
  start: Rule
  onChange: (rule: Rule | null) => void
  children: (rule: Rule, onChange: (rule: Rule) => void) => ReactNode
}

/** A rule of which a kit has one or none. */
export function OptionalRule<Rule extends Guard>(props: OptionalRuleProps<Rule>) {
  const { label, description, rule, start, onChange, children } = props
  return (
    <div className="space-y-3">
      <Switch
        label={label}
        description={description}
        checked={rule !== null}
        onCheckedChange={(isOn) => onChange(isOn ? start : null)}
      />
      {rule && (
        <div className="space-y-3">
          {children(rule, onChange)}
          <GuardFields name={label} rule={rule} onChange={onChange} />
        </div>
      )}
    </div>
  )
}
