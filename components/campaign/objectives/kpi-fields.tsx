import type { UseFormReturn } from 'react-hook-form'
import { Explain } from '@/components/ui/explain'
import { FormField } from '@/components/ui/form-field'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { Kpi } from '@/lib/campaigns/objectives'
import { KPI_UNITS } from './kpi-units'
import type { ObjectivesFormValues } from './objectives-form'

interface KpiFieldsProps {
  form: UseFormReturn<ObjectivesFormValues, unknown, ObjectivesFormValues>
  kpi: Kpi
  currency: string
}

const OPTIONS = Object.entries(KPI_UNITS).map(([value, unit]) => ({
  value: value as Kpi,
  label: unit.label,
  description: unit.explanation,
}))

export function KpiFields({ form, kpi, currency }: KpiFieldsProps) {
  const { control } = form
  const unit = KPI_UNITS[kpi]
  const suffix = unit.suffix(currency)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <FormField
        control={control}
        name="kpi"
        label="Key figure"
        hint={unit.explanation}
        explain={
          <Explain term="Key figure (KPI)">
            The one number that tells whether the campaign works. The ads learn to raise it, and the
            report measures it.
          </Explain>
        }
      >
        {(field) => (
          <Select
            value={field.value}
            onValueChange={(next) => {
              field.onChange(next)
              // A number of the old figure means nothing in the unit of the new one.
              form.resetField('target', { defaultValue: null as unknown as number })
              form.resetField('baseline', { defaultValue: null })
            }}
            options={OPTIONS}
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="target"
        label="Target"
        hint={unit.isLowerBetter ? 'At most' : 'At least'}
      >
        {({ value, onChange, ...field }) => (
          <NumberInput
            {...field}
            value={value}
            onValueChange={onChange}
            min={0}
            decimals={unit.decimals}
            suffix={suffix}
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="baseline"
        label="Baseline"
        hint="What it is today, without this campaign"
        optional
      >
        {({ value, onChange, ...field }) => (
          <NumberInput
            {...field}
            value={value}
            onValueChange={onChange}
            min={0}
            decimals={unit.decimals}
            suffix={suffix}
          />
        )}
      </FormField>
    </div>
  )
}
