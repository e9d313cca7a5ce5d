'use client'

import type { Control } from 'react-hook-form'
import { useBrandKit } from '@/components/brand/use-brand-kit'
import { Combobox } from '@/components/ui/combobox'
import { Explain } from '@/components/ui/explain'
import { FormField } from '@/components/ui/form-field'
import { MultiSelect } from '@/components/ui/multi-select'
import { COUNTRY_CODES, nameCountry } from '@/lib/assets/market'
import type { ObjectivesFormValues } from './objectives-form'

const COUNTRIES = COUNTRY_CODES.map((value) => ({ value, label: nameCountry(value) })).toSorted(
  (a, b) => a.label.localeCompare(b.label, 'en'),
)
const NOTHING = { value: '', label: 'Nothing in particular' }

/** The markets and the category that rules of the brand are about. */
export function PlaceFields({ control }: { control: Control<ObjectivesFormValues> }) {
  const known = useKnownCategories()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        control={control}
        name="markets"
        label="Markets"
        hint="The countries it runs in; empty is everywhere."
        optional
      >
        {(field) => (
          <MultiSelect
            value={field.value}
            onValueChange={field.onChange}
            options={COUNTRIES}
            placeholder="Everywhere"
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="category"
        label="Category"
        explain={
          <Explain term="Category">
            What is advertised, where a rule of the brand names it: alcohol, credit, health. A
            disclaimer that a category needs is then asked of every ad of this campaign.
          </Explain>
        }
        optional
      >
        {(field) => (
          <Combobox
            value={field.value}
            onValueChange={field.onChange}
            onCreate={field.onChange}
            options={[
              NOTHING,
              ...[...new Set([...known, field.value])]
                .filter((category) => category !== '')
                .map((category) => ({ value: category, label: category })),
            ]}
            emptyText="Type a category"
          />
        )}
      </FormField>
    </div>
  )
}

/** Those that a rule of the brand is about. */
function useKnownCategories(): readonly string[] {
  const { data } = useBrandKit()
  return [...new Set(data?.kit.disclaimers.flatMap(({ categories }) => categories) ?? [])].sort()
}
