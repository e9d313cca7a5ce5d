'use client'

import {
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { compareSortValues, type DataColumn, type Sorting, type SortValue } from './data-column'

const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
})

export interface DataTableState<Row> {
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  getRowId: (row: Row) => string
  /** Sorting done by the server: what it is now (null for its own order)… */
  sorting?: Sorting | null
  /** …and the wish for another. Without it the table sorts the rows it has. */
  onSortingChange?: (sorting: Sorting | null) => void
  initialSorting?: Sorting
  selectedIds?: readonly string[]
  onSelectedIdsChange?: (ids: string[]) => void
}

export function useDataTable<Row extends object>({
  columns,
  rows,
  getRowId,
  sorting,
  onSortingChange,
  initialSorting,
  selectedIds,
  onSelectedIdsChange,
}: DataTableState<Row>) {
  const [ownSorting, setOwnSorting] = useState<Sorting | null>(initialSorting ?? null)
  const [ownSelectedIds, setOwnSelectedIds] = useState<readonly string[]>([])
  const bySelf = !onSortingChange
  const currentSorting = bySelf ? ownSorting : (sorting ?? null)
  const currentIds = selectedIds ?? ownSelectedIds

  const columnDefs = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        accessorFn: (row) => column.sortValue?.(row) ?? undefined,
        enableSorting: Boolean(column.sortValue),
        sortUndefined: 'last',
        sortFn: (a, b, id) =>
          compareSortValues(
            a.getValue<SortValue | undefined>(id) ?? null,
            b.getValue<SortValue | undefined>(id) ?? null,
          ),
      })),
    [columns],
  )
  const state = useMemo(
    () => ({
      sorting: currentSorting ? [currentSorting] : [],
      rowSelection: Object.fromEntries(currentIds.map((id) => [id, true as const])),
    }),
    [currentSorting, currentIds],
  )

  return useTable({
    features,
    columns: columnDefs,
    data: rows,
    getRowId,
    state,
    manualSorting: !bySelf,
    onSortingChange: (updater) => {
      const next = typeof updater === 'function' ? updater(state.sorting) : updater
      ;(onSortingChange ?? setOwnSorting)(next[0] ?? null)
    },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === 'function' ? updater(state.rowSelection) : updater
      const ids = Object.keys(next).filter((id) => next[id])
      if (!selectedIds) setOwnSelectedIds(ids)
      onSelectedIdsChange?.(ids)
    },
  })
}
