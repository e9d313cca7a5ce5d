'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type DefaultValues, type FieldValues } from 'react-hook-form'
import type { z } from 'zod'

/**
 * As long as a press of a button takes: it blurs a field, and an error that appeared at once would
 * push the button away from under the pointer before it is let go.
 */
const PRESS_MS = 300

/** A form checked by a zod schema: after the first blur, then at every change. */
export function useZodForm<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<NoInfer<Input>>,
) {
  return useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: 'onTouched',
    delayError: PRESS_MS,
  })
}
