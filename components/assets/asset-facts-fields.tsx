'use client'

import { type Control, useController } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { MultiSelect } from '@/components/ui/multi-select'
import { Textarea } from '@/components/ui/textarea'
import type { AssetFormValues } from './asset-form'
import { LocaleField, MarketsField } from './place-fields'

interface AssetFactsFieldsProps {
  control: Control<AssetFormValues>
  knownTags: readonly string[]
  disabled: boolean
}

/** What is known about an asset but not seen by a viewer, and its language. */
export function AssetFactsFields({ control, knownTags, disabled }: AssetFactsFieldsProps) {
  const locale = useController({ control, name: 'locale' })
  const markets = useController({ control, name: 'markets' })
  return (
    <>
      <FormField control={control} name="tags" label="Tags" optional>
        {(field) => (
          <MultiSelect
            value={field.value}
            disabled={disabled}
            onValueChange={field.onChange}
            onBlur={field.onBlur}
            placeholder="Add tags…"
            options={[...new Set([...field.value, ...knownTags])].map((tag) => ({
              value: tag,
              label: tag,
            }))}
            onCreate={(tag) => field.onChange([...field.value, tag.trim().toLowerCase()])}
            emptyText="Type a new tag"
          />
        )}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <LocaleField
          value={locale.field.value}
          onValueChange={locale.field.onChange}
          error={locale.fieldState.error?.message}
          disabled={disabled}
        />
        <MarketsField
          value={markets.field.value}
          onValueChange={markets.field.onChange}
          error={markets.fieldState.error?.message}
          disabled={disabled}
        />
        <FormField
          control={control}
          name="rightsFrom"
          label="Rights from"
          hint="Never shown before; empty: no beginning"
        >
          {(field) => <Input {...field} type="date" />}
        </FormField>
        <FormField
          control={control}
          name="rightsUntil"
          label="Last day of the rights"
          hint="Never shown after; empty: for good"
        >
          {(field) => <Input {...field} type="date" />}
        </FormField>
      </div>
      <FormField
        control={control}
        name="source"
        label="Source"
        hint="Agency, photographer, stock library"
        optional
      >
        {(field) => <Input {...field} />}
      </FormField>
      <FormField control={control} name="notes" label="Notes" optional>
        {(field) => <Textarea {...field} rows={2} />}
      </FormField>
    </>
  )
}
