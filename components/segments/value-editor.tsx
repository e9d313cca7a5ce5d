'use client'

import { Combobox } from '@/components/ui/combobox'
import { Input } from '@/components/ui/input'
import { MultiSelect } from '@/components/ui/multi-select'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { Scalar } from '@/lib/decision/condition'
import type { CatalogField } from '@/lib/segments/field-catalog'
import type { FieldOption } from '@/lib/segments/field-options'
import { type Comparison, needsValue, takesList } from './edit-condition'

interface ValueEditorProps {
  comparison: Comparison
  field: CatalogField
  isInvalid: boolean
  onChange: (value: Scalar | Scalar[] | null) => void
}

const YES_NO = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
]
const TEXT_OPERATORS = new Set(['contains', 'startsWith', 'endsWith'])
const MAX_SELECT_OPTIONS = 10

/** The control for what a field is compared with, by the field's type and the operator. */
export function ValueEditor({ comparison, field, isInvalid, onChange }: ValueEditorProps) {
  const { operator, value } = comparison
  const label = `Value for ${field.label}`
  if (!needsValue(operator)) return null
  if (takesList(operator) || Array.isArray(value)) {
    const chosen = (Array.isArray(value) ? value : []).map(String)
    const add = (text: string) => onChange([...new Set([...chosen, text])])
    return (
      <MultiSelect
        aria-label={label}
        value={chosen}
        onValueChange={onChange}
        options={withValues(field.options, chosen)}
        placeholder="Choose values…"
        searchPlaceholder={field.isClosed ? 'Search…' : 'Search or type a value…'}
        emptyText={field.isClosed ? 'Nothing matches.' : 'Type a value and press Enter.'}
        {...(field.isClosed ? {} : { onCreate: add })}
      />
    )
  }
  if (field.type === 'boolean') {
    return (
      <Select
        aria-label={label}
        options={YES_NO}
        value={String(value)}
        onValueChange={(next) => onChange(next === 'true')}
      />
    )
  }
  if (field.type === 'number') {
    return (
      <NumberInput
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        value={typeof value === 'number' ? value : null}
        onValueChange={onChange}
        decimals={6}
        suffix={field.unit}
      />
    )
  }
  const text = value === null ? '' : String(value)
  if (field.options.length === 0 || TEXT_OPERATORS.has(operator)) {
    return (
      <Input
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        value={text}
        maxLength={256}
        placeholder="Type a value"
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  const options = withValues(field.options, text === '' ? [] : [text])
  if (field.isClosed && options.length <= MAX_SELECT_OPTIONS) {
    return <Select aria-label={label} options={options} value={text} onValueChange={onChange} />
  }
  return (
    <Combobox
      aria-label={label}
      options={options}
      value={text === '' ? null : text}
      onValueChange={onChange}
      searchPlaceholder="Search or type a value…"
      emptyText="Type a value and press Enter."
      onCreate={onChange}
    />
  )
}

/** Values that are no suggestions stay visible and removable. */
function withValues(options: readonly FieldOption[], values: readonly string[]): FieldOption[] {
  const known = new Set(options.map(({ value }) => value))
  const extra = values.filter((value) => !known.has(value))
  return [...options, ...extra.map((value) => ({ value, label: value }))]
}
