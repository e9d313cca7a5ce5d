import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { Scalar } from '@/lib/decision/condition'
import { describeField } from '@/lib/rules/describe-condition'
import { AVAILABILITIES } from '@/lib/segments/field-options'
import { describeAsIs } from './describe-as-is'
import type { ReadField } from './list-read-fields'

interface FieldControlProps {
  field: ReadField
  value: Scalar | undefined
  now: Readonly<Record<string, Scalar>>
  onChange: (value: Scalar | undefined) => void
}

const AS_IS = 'as-is'

/** One thing that a rule or segment asks, to be imagined otherwise than it is. */
export function FieldControl({ field, value, now, onChange }: FieldControlProps) {
  const words = describeField(field.name).replace(/^the /, '')
  const label = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  const asIs = { value: AS_IS, label: describeAsIs(field.name, value, now) }

  if (field.type === 'number') {
    return (
      <Field label={label}>
        <NumberInput
          decimals={2}
          placeholder={asIs.label}
          value={typeof value === 'number' ? value : null}
          onValueChange={(next) => onChange(next ?? undefined)}
        />
      </Field>
    )
  }
  const options =
    field.type === 'boolean'
      ? [
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]
      : field.name.startsWith('stock.')
        ? AVAILABILITIES
        : field.values.map((one) => ({ value: String(one), label: String(one) }))
  const read = (text: string): Scalar => (field.type === 'boolean' ? text === 'true' : text)

  return (
    <Field label={label}>
      {options.length === 0 ? (
        <Input
          placeholder={asIs.label}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      ) : (
        <Select
          value={value === undefined ? AS_IS : String(value)}
          onValueChange={(next) => onChange(next === AS_IS ? undefined : read(next))}
          options={[asIs, ...options]}
        />
      )}
    </Field>
  )
}
