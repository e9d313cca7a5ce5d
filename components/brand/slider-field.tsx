import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Slider } from '@/components/ui/slider'

interface SliderFieldProps extends ComponentProps<typeof Slider> {
  label: string
  hint?: string
}

/** A limit of a rule, set by a slider. */
export function SliderField({ label, hint, ...slider }: SliderFieldProps) {
  return (
    <Field label={label} group {...(hint !== undefined && { hint })}>
      <Slider {...slider} />
    </Field>
  )
}
