'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { cn } from './cn'
import { controlHeight, controlStyle } from './control-style'
import { useFieldControl } from './field-context'
import { groupOptions } from './group-options'
import { menuItemStyle, menuLabelStyle, menuStyle } from './menu-style'
import type { Option } from './option'

interface SelectProps<Value extends string> {
  options: readonly Option<Value>[]
  /** '' or undefined shows the placeholder. */
  value: Value | '' | undefined
  onValueChange: (value: Value) => void
  placeholder?: string
  disabled?: boolean
  id?: string
  name?: string
  onBlur?: () => void
  'aria-label'?: string
  className?: string
}

export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder = 'Choose…',
  name,
  onBlur,
  className,
  ...props
}: SelectProps<Value>) {
  const control = useFieldControl(props)
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => {
        if (next !== '') onValueChange(next as Value)
      }}
      name={name}
      disabled={control.disabled}
    >
      <Radix.Trigger
        aria-label={props['aria-label']}
        onBlur={onBlur}
        className={cn(
          controlStyle,
          controlHeight,
          'data-placeholder:text-muted flex items-center justify-between gap-2 text-left',
          className,
        )}
        {...control}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="text-muted size-4 shrink-0" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuStyle,
            'max-h-(--radix-select-content-available-height) max-w-[min(28rem,var(--radix-select-content-available-width))] min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {groupOptions(options).map(([heading, members]) => (
              <Radix.Group key={heading}>
                {heading && <Radix.Label className={menuLabelStyle}>{heading}</Radix.Label>}
                {members.map((option) => (
                  <SelectItem key={option.value} option={option} />
                ))}
              </Radix.Group>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function SelectItem({ option }: { option: Option }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled}
      className={cn(menuItemStyle, 'pr-8')}
    >
      {option.icon}
      <span className="min-w-0">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.description && (
          <span className="text-muted block text-xs">{option.description}</span>
        )}
      </span>
      <Radix.ItemIndicator className="absolute right-2">
        <Check aria-hidden />
      </Radix.ItemIndicator>
    </Radix.Item>
  )
}
