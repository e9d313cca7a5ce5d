'use client'

import { Switch as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'

interface SwitchProps {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** Text before the switch; without it give aria-label or put it in a Field. */
  label?: ReactNode
  description?: ReactNode
  disabled?: boolean
  id?: string
  name?: string
  'aria-label'?: string
  className?: string
}

export function Switch({
  checked,
  onCheckedChange,
  label,
  description,
  name,
  className,
  ...props
}: SwitchProps) {
  const ownId = useId()
  const { 'aria-required': _required, ...field } = useFieldControl(props)
  const id = label ? (props.id ?? ownId) : field.id
  const track = (
    <Radix.Root
      {...field}
      name={name}
      id={id}
      aria-label={props['aria-label']}
      aria-describedby={description ? `${ownId}-description` : field['aria-describedby']}
      checked={checked}
      onCheckedChange={onCheckedChange}
      className={cn(
        'border-input bg-subtle data-[state=checked]:border-accent data-[state=checked]:bg-accent relative inline-flex h-5 w-9 shrink-0 items-center rounded-full border transition-colors before:absolute before:-inset-1 disabled:cursor-not-allowed disabled:opacity-50',
        !label && className,
      )}
    >
      <Radix.Thumb className="bg-input data-[state=checked]:bg-accent-foreground size-3.5 translate-x-0.5 rounded-full transition-transform data-[state=checked]:translate-x-[17px]" />
    </Radix.Root>
  )
  if (!label) return track
  return (
    <div className={cn('flex items-start justify-between gap-4', className)}>
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {description && (
          <p id={`${ownId}-description`} className="text-muted text-xs">
            {description}
          </p>
        )}
      </div>
      {track}
    </div>
  )
}
