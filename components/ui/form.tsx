'use client'

import type { ComponentProps, ReactNode } from 'react'
import {
  FormProvider,
  type FieldValues,
  type SubmitHandler,
  type UseFormReturn,
} from 'react-hook-form'
import { cn } from './cn'
import { Callout } from './callout'

interface FormProps<Input extends FieldValues, Output extends FieldValues> extends Omit<
  ComponentProps<'form'>,
  'onSubmit'
> {
  form: UseFormReturn<Input, unknown, Output>
  onSubmit: SubmitHandler<Output>
  children: ReactNode
}

/** Submits checked values; an error of the form as a whole stands above the fields. */
export function Form<Input extends FieldValues, Output extends FieldValues>({
  form,
  onSubmit,
  className,
  children,
  ...props
}: FormProps<Input, Output>) {
  const rootError = form.formState.errors.root?.message
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className={cn('space-y-4', className)}
        onSubmit={form.handleSubmit(onSubmit)}
        {...props}
      >
        {rootError && (
          <Callout tone="danger" live>
            {rootError}
          </Callout>
        )}
        {children}
      </form>
    </FormProvider>
  )
}
