'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlHeight, controlStyle } from './control-style'
import { useFieldControl } from './field-context'

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  const control = useFieldControl(props)
  return (
    <input
      type={type}
      className={cn(controlStyle, controlHeight, className)}
      {...props}
      {...control}
    />
  )
}
