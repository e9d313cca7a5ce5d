import type { Control } from 'react-hook-form'
import { Combobox } from '@/components/ui/combobox'
import { Explain } from '@/components/ui/explain'
import { FormField } from '@/components/ui/form-field'
import { NumberInput } from '@/components/ui/number-input'
import type { ObjectivesFormValues } from './objectives-form'

interface MoneyFieldsProps {
  control: Control<ObjectivesFormValues>
  currency: string
}

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' })
const CURRENCIES = Intl.supportedValuesOf('currency').map((value) => ({
  value,
  label: value,
  description: currencyNames.of(value) ?? value,
}))

export function MoneyFields({ control, currency }: MoneyFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-[7rem_1fr_1fr_1.35fr]">
      <FormField control={control} name="currency" label="Currency">
        {({ onChange, ...field }) => (
          <Combobox
            value={field.value}
            onValueChange={onChange}
            onBlur={field.onBlur}
            options={CURRENCIES}
            searchPlaceholder="Search currencies…"
          />
        )}
      </FormField>
      <FormField control={control} name="budget" label="Budget" hint="For the whole flight">
        {({ value, onChange, ...field }) => (
          <NumberInput
            {...field}
            value={value}
            onValueChange={onChange}
            min={0}
            decimals={2}
            suffix={currency}
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="conversionValue"
        label="Value of a conversion"
        hint="Used when a conversion reports no value"
      >
        {({ value, onChange, ...field }) => (
          <NumberInput
            {...field}
            value={value}
            onValueChange={onChange}
            min={0}
            decimals={2}
            suffix={currency}
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="cpm"
        label="Cost of 1,000 impressions"
        optional
        explain={
          <Explain term="Cost of 1,000 impressions (CPM)">
            What you pay for showing the ad a thousand times. Without it, cost per conversion and
            return on ad spend can’t be worked out.
          </Explain>
        }
      >
        {({ value, onChange, ...field }) => (
          <NumberInput
            {...field}
            value={value}
            onValueChange={onChange}
            min={0}
            decimals={2}
            suffix={currency}
          />
        )}
      </FormField>
    </div>
  )
}
