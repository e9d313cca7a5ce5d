import type { ReactNode } from 'react'

/** One choice of a Select, Combobox, MultiSelect, RadioGroup or Segmented. */
export interface Option<Value extends string = string> {
  value: Value
  label: string
  description?: string
  icon?: ReactNode
  disabled?: boolean
  /** Heading under which Select, Combobox and MultiSelect gather options. */
  group?: string
}
