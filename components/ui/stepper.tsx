'use client'

import { Check, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { cn } from './cn'

export type StepState = 'not_started' | 'attention' | 'done'

export interface Step {
  id: string
  label: string
  href: string
  state: StepState
  /** Why it needs attention, or what is settled: "2 assets expired", "3 segments". */
  reason?: string
}

interface StepperProps {
  'aria-label'?: string
  steps: readonly Step[]
  currentId: string
}

const stateWords = { not_started: 'not started', attention: 'needs attention', done: 'done' }
const marks = {
  not_started: 'border-input text-muted',
  attention: 'border-warning bg-warning-subtle text-warning',
  done: 'border-positive bg-positive-subtle text-positive',
}

/** A column on wide screens, a sideways-scrolling row on narrow ones. */
export function Stepper({ steps, currentId, ...props }: StepperProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (!current || !list.current) return
    list.current.scrollLeft =
      current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2
  }, [currentId])
  return (
    <nav aria-label={props['aria-label'] ?? 'Steps'} className="min-w-0">
      <ol ref={list} className="relative flex gap-1 max-lg:overflow-x-auto max-lg:p-1 lg:flex-col">
        {steps.map((step, index) => (
          <li key={step.id} className="max-lg:shrink-0">
            <Link
              href={step.href}
              aria-current={step.id === currentId ? 'step' : undefined}
              className="hover:bg-subtle aria-[current=step]:bg-subtle flex items-start gap-2.5 rounded-md px-2 py-1.5 text-sm aria-[current=step]:font-medium max-lg:max-w-52"
            >
              <span
                aria-hidden
                className={cn(
                  'text-2xs mt-px inline-flex size-4.5 shrink-0 items-center justify-center rounded-full border font-medium tabular-nums',
                  marks[step.state],
                )}
              >
                <StepMark state={step.state} number={index + 1} />
              </span>
              <span className="min-w-0">
                <span className="block truncate">{step.label}</span>
                <span className="sr-only">, {stateWords[step.state]}</span>
                {step.reason && (
                  <span
                    className={cn(
                      'block text-xs font-normal max-lg:truncate',
                      step.state === 'attention' ? 'text-warning' : 'text-muted',
                    )}
                  >
                    {step.reason}
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  if (state === 'done') return <Check className="size-3" strokeWidth={3} />
  if (state === 'attention') return <TriangleAlert className="size-2.5" strokeWidth={2.5} />
  return number
}
