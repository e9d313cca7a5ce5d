'use client'

import { useId, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { cn } from './cn'
import { controlHeight, controlStyle } from './control-style'
import { useFieldControl } from './field-context'
import { clampNumber, parseNumber } from './parse-number'

interface NumberInputProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'defaultValue' | 'onChange' | 'type' | 'prefix' | 'min' | 'max' | 'step'
> {
  value: number | null
  onValueChange: (value: number | null) => void
  min?: number
  max?: number
  step?: number
  /** Digits kept after the decimal point. */
  decimals?: number
  /** A unit before the number, such as a currency sign. */
  prefix?: ReactNode
  /** A unit after the number, such as "%" or "days". */
  suffix?: ReactNode
}

/** 24,000 but 2400: grouped from five digits on, with every decimal there is. */
const groupThousands = new Intl.NumberFormat('en', {
  useGrouping: 'min2',
  maximumFractionDigits: 20,
})

export function NumberInput({
  value,
  onValueChange,
  min = -Infinity,
  max = Infinity,
  step = 1,
  decimals = 0,
  prefix,
  suffix,
  className,
  onBlur,
  onKeyDown,
  ...props
}: NumberInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const unitId = useId()
  const hasUnit = Boolean(prefix ?? suffix)
  const control = useFieldControl({
    ...props,
    'aria-describedby': [props['aria-describedby'], hasUnit ? unitId : '']
      .filter(Boolean)
      .join(' '),
  })

  const type = (text: string) => {
    setDraft(text)
    const parsed = parseNumber(text, decimals)
    if (parsed !== undefined) onValueChange(parsed)
  }
  const settle = () => {
    setDraft(null)
    if (value !== null) {
      const clamped = clampNumber(value, min, max, decimals)
      if (clamped !== value) onValueChange(clamped)
    }
  }
  const stepBy = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event)
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.defaultPrevented) return
    event.preventDefault()
    setDraft(null)
    const size = event.shiftKey ? step * 10 : step
    onValueChange(clampNumber((value ?? 0) + direction * size, min, max, decimals))
  }

  return (
    <div
      className={cn(
        controlStyle,
        controlHeight,
        'focus-within:outline-ring flex items-center gap-1.5 focus-within:outline-2 focus-within:outline-offset-0',
        control['aria-invalid'] && 'border-danger',
        'has-disabled:bg-subtle has-disabled:opacity-80',
        className,
      )}
    >
      {prefix && (
        <span id={unitId} className="text-muted shrink-0">
          {prefix}
        </span>
      )}
      <input
        {...props}
        {...control}
        type="text"
        inputMode={decimals > 0 ? 'decimal' : 'numeric'}
        role="spinbutton"
        aria-valuenow={value ?? undefined}
        aria-valuemin={Number.isFinite(min) ? min : undefined}
        aria-valuemax={Number.isFinite(max) ? max : undefined}
        autoComplete="off"
        className="h-full w-full min-w-0 bg-transparent outline-none disabled:cursor-not-allowed"
        value={draft ?? (value === null ? '' : groupThousands.format(value))}
        onChange={(event) => {
          type(event.target.value)
        }}
        onBlur={(event) => {
          settle()
          onBlur?.(event)
        }}
        onKeyDown={stepBy}
      />
      {suffix && (
        <span id={prefix ? undefined : unitId} className="text-muted shrink-0">
          {suffix}
        </span>
      )}
    </div>
  )
}
