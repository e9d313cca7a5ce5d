'use client'

import { Slider as Radix } from 'radix-ui'
import { cn } from './cn'
import { useFieldControl, useFieldLabelId } from './field-context'

interface SliderProps {
  value: number
  onValueChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  /** The value as text, shown beside the track and read aloud. */
  format?: (value: number) => string
  disabled?: boolean
  'aria-label'?: string
  className?: string
}

export function Slider({
  value,
  onValueChange,
  min = 0,
  max = 100,
  step = 1,
  format = String,
  className,
  ...props
}: SliderProps) {
  const labelId = useFieldLabelId()
  const field = useFieldControl(props)
  return (
    <div className={cn('flex items-center gap-3', className)}>
      <Radix.Root
        value={[value]}
        onValueChange={([next]) => {
          if (next !== undefined) onValueChange(next)
        }}
        min={min}
        max={max}
        step={step}
        disabled={field.disabled}
        className="relative flex h-6 w-full touch-none items-center data-disabled:opacity-50"
      >
        <Radix.Track className="bg-border-strong relative h-1 w-full rounded-full">
          <Radix.Range className="bg-accent absolute h-full rounded-full" />
        </Radix.Track>
        <Radix.Thumb
          aria-label={props['aria-label']}
          aria-labelledby={props['aria-label'] ? undefined : labelId}
          aria-describedby={field['aria-describedby']}
          aria-valuetext={format(value)}
          className="border-accent bg-surface block size-4 rounded-full border-2"
        />
      </Radix.Root>
      <output className="min-w-12 text-right text-sm tabular-nums">{format(value)}</output>
    </div>
  )
}
