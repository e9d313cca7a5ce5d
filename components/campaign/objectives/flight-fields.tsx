import type { Control } from 'react-hook-form'
import { Combobox } from '@/components/ui/combobox'
import { Explain } from '@/components/ui/explain'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import type { ObjectivesFormValues } from './objectives-form'

const TIME_ZONES = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
].map((value) => ({
  value,
  label: value.replaceAll('_', ' '),
}))

export function FlightFields({ control }: { control: Control<ObjectivesFormValues> }) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <FormField
        control={control}
        name="startsAt"
        label="Flight starts"
        explain={
          <Explain term="Flight">
            The time in which the campaign runs. Outside of it the static benchmark is shown and
            nothing is learnt.
          </Explain>
        }
      >
        {(field) => <Input {...field} type="datetime-local" />}
      </FormField>
      <FormField control={control} name="endsAt" label="Flight ends">
        {(field) => <Input {...field} type="datetime-local" />}
      </FormField>
      <FormField
        control={control}
        name="timeZone"
        label="Time zone"
        hint="Also for rules about hours and weekdays"
      >
        {(field) => (
          <Combobox value={field.value} onValueChange={field.onChange} options={TIME_ZONES} />
        )}
      </FormField>
    </div>
  )
}
