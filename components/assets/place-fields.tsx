'use client'

import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { MultiSelect } from '@/components/ui/multi-select'
import { COMMON_LOCALES, localeSchema, nameLocale } from '@/lib/assets/locale'
import { COUNTRY_CODES, nameCountry } from '@/lib/assets/market'

const COUNTRIES = COUNTRY_CODES.map((code) => ({ value: code, label: nameCountry(code) })).toSorted(
  (a, b) => a.label.localeCompare(b.label, 'en'),
)

interface MarketsFieldProps {
  value: readonly string[]
  onValueChange: (markets: string[]) => void
  error?: string | undefined
  disabled?: boolean
}

export function MarketsField({ value, onValueChange, error, disabled = false }: MarketsFieldProps) {
  return (
    <Field
      label="Markets"
      hint={value.length === 0 ? 'Shown everywhere' : 'Shown only there'}
      error={error}
      disabled={disabled}
    >
      <MultiSelect
        value={value}
        onValueChange={onValueChange}
        disabled={disabled}
        placeholder="Everywhere"
        options={COUNTRIES}
      />
    </Field>
  )
}

interface LocaleFieldProps {
  value: string
  onValueChange: (locale: string) => void
  hint?: string
  error?: string | undefined
  disabled?: boolean
}

export function LocaleField({
  value,
  onValueChange,
  hint,
  error,
  disabled = false,
}: LocaleFieldProps) {
  const tags = [...new Set([value, ...COMMON_LOCALES])]
  return (
    <Field label="Language" hint={hint} error={error} disabled={disabled}>
      <Combobox
        value={value}
        disabled={disabled}
        onValueChange={onValueChange}
        options={tags.map((tag) => ({ value: tag, label: nameLocale(tag), description: tag }))}
        onCreate={(typed) => {
          const tag = localeSchema.safeParse(typed)
          if (tag.success) onValueChange(tag.data)
        }}
        emptyText="Type a language tag, such as de-CH"
      />
    </Field>
  )
}
