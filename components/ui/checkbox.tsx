'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'

interface CheckboxProps {
  checked: boolean | 'indeterminate'
  onCheckedChange: (checked: boolean) => void
  /** Text beside the box; without it give aria-label. */
  label?: ReactNode
  description?: ReactNode
  disabled?: boolean
  id?: string
  name?: string
  'aria-label'?: string
  'aria-describedby'?: string
  className?: string
}

export function Checkbox({
  checked,
  onCheckedChange,
  label,
  description,
  name,
  className,
  ...props
}: CheckboxProps) {
  const ownId = useId()
  const field = useFieldControl(props)
  const id = label ? (props.id ?? ownId) : field.id
  const box = (
    <Radix.Root
      {...field}
      name={name}
      id={id}
      aria-label={props['aria-label']}
      aria-describedby={description ? `${ownId}-description` : field['aria-describedby']}
      checked={checked}
      onCheckedChange={(next) => {
        onCheckedChange(next === true)
      }}
      className={cn(
        'border-input bg-surface hover:border-foreground/60 aria-invalid:border-danger relative inline-flex size-4 shrink-0 items-center justify-center rounded-sm border transition-colors',
        'before:absolute before:-inset-1 pointer-coarse:before:-inset-3',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        'disabled:cursor-not-allowed disabled:opacity-50',
        !label && className,
      )}
    >
      <Radix.Indicator className="text-accent-foreground">
        {checked === 'indeterminate' ? (
          <Minus aria-hidden strokeWidth={3} className="size-3" />
        ) : (
          <Check aria-hidden strokeWidth={3} className="size-3" />
        )}
      </Radix.Indicator>
    </Radix.Root>
  )
  if (!label) return box
  return (
    <div className={cn('flex items-start gap-2', className)}>
      <span className="flex h-5 items-center">{box}</span>
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {description && (
          <p id={`${ownId}-description`} className="text-muted text-xs">
            {description}
          </p>
        )}
      </div>
    </div>
  )
}
