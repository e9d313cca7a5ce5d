'use client'

import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cn } from './cn'
import { FieldContext } from './field-context'
import { Label } from './label'

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Marks the control required and drops the "optional" note. */
  required?: boolean
  /** Shows "optional" after the label. */
  optional?: boolean
  disabled?: boolean
  /** An Explain element after the label. */
  explain?: ReactNode
  /** Names a group (radios, checkboxes, sliders) instead of one input. */
  group?: boolean
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

export function Field({
  label,
  hint,
  error,
  required = false,
  optional = false,
  disabled = false,
  explain,
  group = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) {
  const id = useId()
  const [controlId, labelId, hintId, errorId] = ['control', 'label', 'hint', 'error'].map(
    (part) => `${id}-${part}`,
  ) as [string, string, string, string]
  const describedBy = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ')

  return (
    <FieldContext
      value={{
        controlId,
        labelId,
        describedBy: describedBy || undefined,
        invalid: Boolean(error),
        required,
        disabled,
      }}
    >
      <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
        <div className={cn('flex items-center gap-1.5', hideLabel && 'sr-only')}>
          {group ? (
            <span id={labelId} className="text-sm font-medium">
              {label}
            </span>
          ) : (
            <Label id={labelId} htmlFor={controlId}>
              {label}
            </Label>
          )}
          {optional && <span className="text-muted text-xs">optional</span>}
          {explain}
        </div>
        {children}
        {error && (
          <p id={errorId} className="text-danger flex items-start gap-1.5 text-xs">
            <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            {error}
          </p>
        )}
        {hint && (
          <p id={hintId} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  )
}
