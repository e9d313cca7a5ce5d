'use client'

import { Check, Search } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { cn } from './cn'
import { filterOptions } from './filter-options'
import { groupOptions } from './group-options'
import { menuItemStyle, menuLabelStyle } from './menu-style'
import type { Option } from './option'

export interface OptionPickerProps {
  options: readonly Option[]
  selected: readonly string[]
  onPick: (value: string) => void
  multiple?: boolean
  searchPlaceholder?: string | undefined
  emptyText?: string | undefined
  loading?: boolean | undefined
  /** Searching is done elsewhere: called with every keystroke, and nothing is filtered here. */
  onSearch?: ((query: string) => void) | undefined
  /** Offers to create what was typed when nothing has that very label. */
  onCreate?: ((label: string) => void) | undefined
}

const createValue = '\u0000create'

/** The search box and list inside a Combobox or MultiSelect: focus stays in the box. */
export function OptionPicker({
  options,
  selected,
  onPick,
  multiple = false,
  searchPlaceholder = 'Search…',
  emptyText = 'Nothing matches.',
  loading = false,
  onSearch,
  onCreate,
}: OptionPickerProps) {
  const listId = useId()
  const [query, setQuery] = useState('')
  const [activeValue, setActiveValue] = useState<string | null>(selected[0] ?? null)

  const label = query.trim()
  const found = onSearch ? [...options] : filterOptions(options, query)
  const isNew = onCreate && label && !options.some((option) => option.label === label)
  const shown: Option[] = groupOptions(
    isNew ? [...found, { value: createValue, label: `Create “${label}”` }] : found,
  ).flatMap(([, members]) => members)
  const enabled = shown.filter((option) => !option.disabled)
  const active = enabled.find((option) => option.value === activeValue) ?? enabled[0]
  const optionId = (value: string) => `${listId}-${shown.findIndex((o) => o.value === value)}`

  const pick = (option: Option) => {
    if (option.value === createValue) {
      onCreate?.(label)
      setQuery('')
    } else onPick(option.value)
  }
  const moveTo = (option: Option | undefined) => {
    if (!option) return
    setActiveValue(option.value)
    document.getElementById(optionId(option.value))?.scrollIntoView({ block: 'nearest' })
  }
  const handleKey = (event: KeyboardEvent) => {
    const index = active ? enabled.indexOf(active) : -1
    if (event.key === 'ArrowDown') moveTo(enabled[index + 1] ?? enabled[0])
    else if (event.key === 'ArrowUp') moveTo(enabled[index - 1] ?? enabled.at(-1))
    else if (event.key === 'Home') moveTo(enabled[0])
    else if (event.key === 'End') moveTo(enabled.at(-1))
    else if (event.key === 'Enter' && active) pick(active)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="border-border flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="text-muted size-4 shrink-0" />
        <input
          autoFocus
          role="combobox"
          aria-label="Search"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active ? optionId(active.value) : undefined}
          autoComplete="off"
          placeholder={searchPlaceholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            onSearch?.(event.target.value)
          }}
          onKeyDown={handleKey}
          className="placeholder:text-muted h-9 w-full bg-transparent text-sm outline-none max-md:text-[16px]"
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label="Choices"
        aria-multiselectable={multiple || undefined}
        aria-busy={loading}
        className="max-h-64 overflow-y-auto p-1"
      >
        {groupOptions(shown).map(([heading, members]) => (
          <div key={heading} role="group" aria-label={heading || undefined}>
            {heading && (
              <div aria-hidden className={menuLabelStyle}>
                {heading}
              </div>
            )}
            {members.map((option) => (
              <div
                key={option.value}
                id={optionId(option.value)}
                role="option"
                aria-selected={selected.includes(option.value)}
                aria-disabled={option.disabled}
                data-highlighted={option === active ? '' : undefined}
                data-disabled={option.disabled ? '' : undefined}
                onPointerMove={() => {
                  setActiveValue(option.value)
                }}
                onClick={() => {
                  pick(option)
                }}
                className={cn(menuItemStyle, 'pr-8')}
              >
                {option.icon}
                <span className="min-w-0">
                  <span className="block truncate">{option.label}</span>
                  {option.description && (
                    <span className="text-muted block text-xs">{option.description}</span>
                  )}
                </span>
                {selected.includes(option.value) && (
                  <Check aria-hidden className="absolute right-2" />
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p role="status" className="text-muted px-3 pb-3 text-sm">
          {loading ? 'Searching…' : emptyText}
        </p>
      )}
    </>
  )
}
