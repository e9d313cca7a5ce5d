'use client'

import { CircleQuestionMark } from 'lucide-react'
import type { ReactNode } from 'react'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

interface ExplainProps {
  /** The word being explained, such as "Holdout". */
  term: string
  /** The explanation in plain language. */
  children: ReactNode
}

export function Explain({ term, children }: ExplainProps) {
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`What is ${term}?`}
        className="text-muted hover:text-foreground -m-1 inline-flex size-6 shrink-0 items-center justify-center rounded-full align-middle"
      >
        <CircleQuestionMark aria-hidden className="size-3.5" />
      </PopoverTrigger>
      <PopoverContent aria-label={term} className="space-y-1">
        <p className="font-medium">{term}</p>
        <div className="text-muted space-y-2">{children}</div>
      </PopoverContent>
    </Popover>
  )
}
