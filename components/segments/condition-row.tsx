'use client'

import { CircleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

interface ConditionRowProps {
  /** "the condition on Loyalty tier". */
  name: string
  /** What is missing, once that is asked for. */
  issue: string | null
  onRemove: () => void
  children: ReactNode
}

/** One line of a group: its controls in columns, stacked where there is no room for them. */
export function ConditionRow({ name, issue, onRemove, children }: ConditionRowProps) {
  return (
    <div className="flex min-w-0 items-start gap-1">
      <div className="min-w-0 flex-1 space-y-1">
        <div
          role="group"
          aria-label={name}
          className="grid min-w-0 gap-1.5 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,6fr)]"
        >
          {children}
        </div>
        {issue && (
          <p className="text-danger flex items-center gap-1.5 text-xs">
            <CircleAlert aria-hidden className="size-3.5" />
            {issue}
          </p>
        )}
      </div>
      <IconButton label={`Remove ${name}`} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
