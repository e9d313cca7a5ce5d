import type { ReactNode } from 'react'

export type SortValue = string | number | null

export interface DataColumn<Row> {
  id: string
  header: string
  /** An Explain element after the header. */
  explain?: ReactNode
  cell: (row: Row) => ReactNode
  /** Makes the column sortable; null sorts last. With server sorting only its presence counts. */
  sortValue?: (row: Row) => SortValue
  /** Right-aligned with tabular digits. */
  numeric?: boolean
  /** Not shown below 768 px. */
  wideOnly?: boolean
  /** Holds buttons or links of its own, which stay clickable in a row that is a link. */
  interactive?: boolean
  hideHeader?: boolean
  className?: string
}

export interface Sorting {
  id: string
  desc: boolean
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function compareSortValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
