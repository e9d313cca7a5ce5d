'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'
import { useFieldControl } from './field-context'

export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  const control = useFieldControl(props)
  return (
    <textarea
      rows={rows}
      className={cn(controlStyle, 'field-sizing-content py-1.5', className)}
      // Grows with its text, but not from less than its rows.
      style={{ minHeight: `calc(${rows}lh + 14px)` }}
      {...props}
      {...control}
    />
  )
}
