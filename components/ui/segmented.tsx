'use client'

import { ToggleGroup as Radix } from 'radix-ui'
import { cn } from './cn'
import type { Option } from './option'

interface SegmentedProps<Value extends string> {
  'aria-label': string
  options: readonly Option<Value>[]
  value: Value
  onValueChange: (value: Value) => void
  className?: string
}

/** One of two to five views or periods, all in sight. */
export function Segmented<Value extends string>({
  options,
  value,
  onValueChange,
  className,
  ...props
}: SegmentedProps<Value>) {
  return (
    <Radix.Root
      {...props}
      type="single"
      value={value}
      onValueChange={(next) => {
        if (next) onValueChange(next as Value)
      }}
      className={cn(
        'border-border-strong bg-subtle inline-flex max-w-full overflow-x-auto rounded-md border p-0.5',
        className,
      )}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className="text-muted data-[state=on]:bg-surface data-[state=on]:text-foreground hover:text-foreground inline-flex h-6.5 items-center gap-1.5 rounded-sm px-2.5 text-xs font-medium whitespace-nowrap focus-visible:-outline-offset-2 data-[state=on]:shadow-sm pointer-coarse:h-9 [&_svg]:size-3.5"
        >
          {option.icon}
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}
