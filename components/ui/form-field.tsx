'use client'

import type { ReactNode } from 'react'
import {
  useController,
  type Control,
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
} from 'react-hook-form'
import { Field, type FieldProps } from './field'

interface FormFieldProps<
  Values extends FieldValues,
  Name extends FieldPath<Values>,
  Output,
> extends Omit<FieldProps, 'children' | 'error'> {
  control: Control<Values, unknown, Output>
  name: Name
  children: (field: ControllerRenderProps<Values, Name>) => ReactNode
}

/** A Field whose value and error come from react-hook-form. */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>, Output>({
  control,
  name,
  children,
  ...field
}: FormFieldProps<Values, Name, Output>) {
  const { field: bound, fieldState } = useController({ control, name })
  return (
    <Field error={fieldState.error?.message} {...field}>
      {children(bound)}
    </Field>
  )
}
