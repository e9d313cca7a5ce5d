import type { Control } from 'react-hook-form'
import { Explain } from '@/components/ui/explain'
import { FormField } from '@/components/ui/form-field'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { Kpi } from '@/lib/campaigns/objectives'
import { KPI_UNITS } from './kpi-units'
import type { ObjectivesFormValues } from './objectives-form'

interface KpiFieldsProps {
  control: Control<ObjectivesFormValues>
  kpi: Kpi
  currency: string
}

const OPTIONS = Object.entries(KPI_UNITS).map(([value, unit]) => ({
  value: value as Kpi,
  label: unit.label,
  description: unit.explanation,
}))

export function KpiFields({ control, kpi, currency }: KpiFieldsProps) {
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
        {(field) => <Select value={field.value} onValueChange={field.onChange} options={OPTIONS} />}
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
        label="Today"
        hint="What it is without this campaign"
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
