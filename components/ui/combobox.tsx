'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'
import { controlHeight, controlStyle } from './control-style'
import { useFieldControl } from './field-context'
import { OptionPicker, type OptionPickerProps } from './option-picker'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

type PickerOptions = Pick<
  OptionPickerProps,
  'options' | 'searchPlaceholder' | 'emptyText' | 'loading' | 'onSearch' | 'onCreate'
>

interface ComboboxProps extends PickerOptions {
  value: string | null
  onValueChange: (value: string) => void
  placeholder?: string
  disabled?: boolean
  id?: string
  onBlur?: () => void
  'aria-label'?: string
  className?: string
}

/** A Select with a search box: for more than about ten options. */
export function Combobox({
  value,
  onValueChange,
  placeholder = 'Choose…',
  id,
  disabled,
  onBlur,
  className,
  'aria-label': ariaLabel,
  ...picker
}: ComboboxProps) {
  const [open, setOpen] = useState(false)
  const { 'aria-required': _required, ...control } = useFieldControl({ id, disabled })
  const chosen = picker.options.find((option) => option.value === value)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        {...control}
        aria-label={ariaLabel && `${ariaLabel}: ${chosen?.label ?? placeholder}`}
        onBlur={onBlur}
        className={cn(
          controlStyle,
          controlHeight,
          'flex items-center justify-between gap-2 text-left',
          className,
        )}
      >
        <span className={cn('flex min-w-0 items-center gap-2', !chosen && 'text-muted')}>
          {chosen?.icon}
          <span className="truncate">{chosen?.label ?? placeholder}</span>
        </span>
        <ChevronsUpDown aria-hidden className="text-muted size-4 shrink-0" />
      </PopoverTrigger>
      <PopoverContent
        aria-label={placeholder}
        className="w-(--radix-popover-trigger-width) min-w-60 p-0"
      >
        <OptionPicker
          {...picker}
          selected={value === null ? [] : [value]}
          onPick={(next) => {
            onValueChange(next)
            setOpen(false)
          }}
          onCreate={
            picker.onCreate &&
            ((label) => {
              picker.onCreate?.(label)
              setOpen(false)
            })
          }
        />
      </PopoverContent>
    </Popover>
  )
}
