'use client'

import type { ReactNode } from 'react'
import { BulkBar } from './bulk-bar'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { DataTableCell } from './data-table-cell'
import { SkeletonRows } from './skeleton-rows'
import { SortButton } from './sort-button'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './table'
import { useDataTable, type DataTableState } from './use-data-table'

interface DataTableProps<Row extends object> extends DataTableState<Row> {
  caption: string
  /** Shown instead of the table when there are no rows: an EmptyState. */
  empty: ReactNode
  loading?: boolean
  /** Makes the whole row a link, carried by the first column. */
  rowHref?: (row: Row) => string
  /** Turns selection on; the buttons for the rows selected. */
  bulkActions?: (rows: Row[], clear: () => void) => ReactNode
  /** Names a row for its checkbox. */
  rowLabel?: (row: Row) => string
  className?: string
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

export function DataTable<Row extends object>({
  caption,
  empty,
  loading = false,
  rowHref,
  bulkActions,
  rowLabel,
  className,
  ...tableState
}: DataTableProps<Row>) {
  const table = useDataTable(tableState)
  const { columns, rows } = tableState
  const selected = table.getSelectedRowModel().rows.map((row) => row.original)
  const clear = () => {
    table.resetRowSelection(true)
  }
  if (rows.length === 0 && !loading) return empty

  return (
    <div className={cn('min-w-0', className)} aria-busy={loading}>
      <Table caption={caption}>
        <TableHead>
          <tr>
            {bulkActions && (
              <TableHeader className="w-8 pr-0">
                <Checkbox
                  aria-label="Select all rows"
                  className="align-middle"
                  checked={
                    table.getIsAllRowsSelected() ||
                    (table.getIsSomeRowsSelected() && 'indeterminate')
                  }
                  onCheckedChange={(checked) => {
                    table.toggleAllRowsSelected(checked)
                  }}
                />
              </TableHeader>
            )}
            {columns.map((column) => {
              const model = table.getColumn(column.id)
              const direction = model?.getIsSorted() ?? false
              return (
                <TableHeader
                  key={column.id}
                  numeric={column.numeric}
                  aria-sort={direction ? ariaSort[direction] : undefined}
                  className={cn(column.wideOnly && 'max-md:hidden', column.className)}
                >
                  {column.sortValue ? (
                    <SortButton
                      label={column.header}
                      direction={direction}
                      numeric={column.numeric}
                      onClick={model?.getToggleSortingHandler()}
                    />
                  ) : (
                    <span className={column.hideHeader ? 'sr-only' : undefined}>
                      {column.header}
                    </span>
                  )}{' '}
                  {column.explain}
                </TableHeader>
              )
            })}
          </tr>
        </TableHead>
        <TableBody>
          {loading && rows.length === 0 ? (
            <SkeletonRows columnCount={columns.length + (bulkActions ? 1 : 0)} />
          ) : (
            table.getRowModel().rows.map((row) => (
              <TableRow
                key={row.id}
                className="relative"
                aria-selected={bulkActions ? row.getIsSelected() : undefined}
              >
                {bulkActions && (
                  <TableCell className="relative z-1 w-8 pr-0">
                    <Checkbox
                      aria-label={`Select ${rowLabel?.(row.original) ?? `row ${row.id}`}`}
                      className="align-middle"
                      checked={row.getIsSelected()}
                      onCheckedChange={(checked) => {
                        row.toggleSelected(checked)
                      }}
                    />
                  </TableCell>
                )}
                {columns.map((column, index) => (
                  <DataTableCell
                    key={column.id}
                    column={column}
                    row={row.original}
                    href={index === 0 ? rowHref?.(row.original) : undefined}
                  />
                ))}
              </TableRow>
            ))
          )}
        </TableBody>
      </Table>
      {bulkActions && selected.length > 0 && (
        <BulkBar count={selected.length} onClear={clear}>
          {bulkActions(selected, clear)}
        </BulkBar>
      )}
    </div>
  )
}
