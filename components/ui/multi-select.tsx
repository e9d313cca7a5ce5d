'use client'

import { ChevronsUpDown, X } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'
import { useFieldControl } from './field-context'
import { OptionPicker, type OptionPickerProps } from './option-picker'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

type PickerOptions = Pick<
  OptionPickerProps,
  'options' | 'searchPlaceholder' | 'emptyText' | 'loading' | 'onSearch' | 'onCreate'
>

interface MultiSelectProps extends PickerOptions {
  value: readonly string[]
  onValueChange: (value: string[]) => void
  placeholder?: string
  disabled?: boolean
  id?: string
  onBlur?: () => void
  'aria-label'?: string
  className?: string
}

export function MultiSelect({
  value,
  onValueChange,
  placeholder = 'Choose…',
  id,
  disabled,
  onBlur,
  className,
  'aria-label': ariaLabel,
  ...picker
}: MultiSelectProps) {
  const [open, setOpen] = useState(false)
  const { 'aria-required': _required, ...control } = useFieldControl({ id, disabled })
  const labelOf = (chosen: string) =>
    picker.options.find((option) => option.value === chosen)?.label ?? chosen
  const toggle = (picked: string) => {
    onValueChange(
      value.includes(picked) ? value.filter((other) => other !== picked) : [...value, picked],
    )
  }
  return (
    <div className={cn('space-y-1.5', className)}>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger
          {...control}
          aria-label={ariaLabel && `${ariaLabel}: ${value.length} chosen`}
          onBlur={onBlur}
          className={cn(
            controlStyle,
            'flex min-h-8 items-center justify-between gap-2 py-1 text-left pointer-coarse:min-h-10',
          )}
        >
          <span className="text-muted truncate">
            {value.length === 0 ? placeholder : `${value.length} chosen`}
          </span>
          <ChevronsUpDown aria-hidden className="text-muted size-4 shrink-0" />
        </PopoverTrigger>
        <PopoverContent
          aria-label={placeholder}
          className="w-(--radix-popover-trigger-width) min-w-60 p-0"
        >
          <OptionPicker {...picker} multiple selected={value} onPick={toggle} />
        </PopoverContent>
      </Popover>
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1" aria-label="Chosen">
          {value.map((chosen) => (
            <li
              key={chosen}
              className="bg-subtle inline-flex h-6 items-center gap-1 rounded-sm pl-2 text-xs"
            >
              {labelOf(chosen)}
              <button
                type="button"
                disabled={control.disabled}
                aria-label={`Remove ${labelOf(chosen)}`}
                onClick={() => {
                  toggle(chosen)
                }}
                className="text-muted hover:text-foreground inline-flex size-6 items-center justify-center rounded-sm"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
