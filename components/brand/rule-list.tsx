'use client'

import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import type { Guard } from '@/lib/brand/brand-kit'
import { GuardFields } from './guard-fields'

interface RuleListProps<Rule extends Guard & { readonly id: string }> {
  title: string
  description: string
  /** “words”: for buttons. */
  noun: string
  empty: string
  rules: readonly Rule[]
  create: () => Rule
  onChange: (rules: Rule[]) => void
  children: (rule: Rule, onChange: (rule: Rule) => void) => ReactNode
}

/** Rules of which a kit has any number. */
export function RuleList<Rule extends Guard & { readonly id: string }>(props: RuleListProps<Rule>) {
  const { title, description, noun, empty, rules, create, onChange, children } = props
  const replace = (next: Rule) => onChange(rules.map((one) => (one.id === next.id ? next : one)))
  return (
    <Card
      flush
      title={title}
      description={description}
      actions={
        <Button icon={<Plus aria-hidden />} onClick={() => onChange([...rules, create()])}>
          Add {noun}
        </Button>
      }
    >
      {rules.length === 0 ? (
        <p className="text-muted px-4 py-3 text-sm">{empty}</p>
      ) : (
        <ul className="divide-border divide-y">
          {rules.map((rule, index) => (
            <li key={rule.id} className="flex gap-2 px-4 py-4">
              <div className="min-w-0 flex-1 space-y-3">
                {children(rule, replace)}
                <GuardFields name={`${title} ${index + 1}`} rule={rule} onChange={replace} />
              </div>
              <IconButton
                size="sm"
                label={`Delete ${noun} ${index + 1}`}
                onClick={() => onChange(rules.filter(({ id }) => id !== rule.id))}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
