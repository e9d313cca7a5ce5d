'use client'

import { RadioGroup as Radix } from 'radix-ui'
import { useId } from 'react'
import { cn } from './cn'
import { useFieldControl, useFieldLabelId } from './field-context'
import type { Option } from './option'

interface RadioGroupProps<Value extends string> {
  options: readonly Option<Value>[]
  value: Value | undefined
  onValueChange: (value: Value) => void
  /** 'cards' gives every choice a bordered box, side by side where there is room. */
  appearance?: 'list' | 'cards'
  disabled?: boolean
  name?: string
  'aria-label'?: string
  className?: string
}

export function RadioGroup<Value extends string>({
  options,
  value,
  onValueChange,
  appearance = 'list',
  name,
  className,
  ...props
}: RadioGroupProps<Value>) {
  const labelId = useFieldLabelId()
  const { id: _id, ...field } = useFieldControl(props)
  const cards = appearance === 'cards'
  return (
    <Radix.Root
      {...field}
      name={name}
      disabled={field.disabled}
      value={value ?? ''}
      onValueChange={(next) => {
        onValueChange(next as Value)
      }}
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-label'] ? undefined : labelId}
      className={cn(
        cards ? 'grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(180px,1fr))]' : 'grid gap-2',
        className,
      )}
    >
      {options.map((option) => (
        <RadioOption key={option.value} option={option} card={cards} />
      ))}
    </Radix.Root>
  )
}

function RadioOption({ option, card }: { option: Option; card: boolean }) {
  const id = useId()
  return (
    <label
      htmlFor={id}
      className={cn(
        'flex items-start gap-2.5 text-sm has-disabled:cursor-not-allowed has-disabled:opacity-50',
        card &&
          'border-border bg-surface hover:border-border-strong has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-subtle rounded-lg border p-3 transition-colors',
      )}
    >
      <span className="flex h-5 items-center">
        <Radix.Item
          id={id}
          value={option.value}
          disabled={option.disabled}
          className="border-input bg-surface data-[state=checked]:border-accent relative flex size-4 shrink-0 items-center justify-center rounded-full border before:absolute before:-inset-1"
        >
          <Radix.Indicator className="bg-accent size-2 rounded-full" />
        </Radix.Item>
      </span>
      <span className="min-w-0">
        <span className={cn('flex items-center gap-1.5', card && 'font-medium')}>
          {option.icon}
          {option.label}
        </span>
        {option.description && (
          <span className="text-muted block text-xs">{option.description}</span>
        )}
      </span>
    </label>
  )
}
