'use client'

import Link from 'next/link'
import { cn } from './cn'
import type { DataColumn } from './data-column'
import { TableCell } from './table'

interface DataTableCellProps<Row> {
  column: DataColumn<Row>
  row: Row
  href: string | undefined
}

export function DataTableCell<Row>({ column, row, href }: DataTableCellProps<Row>) {
  const content = column.cell(row)
  return (
    <TableCell
      numeric={column.numeric}
      className={cn(
        column.wideOnly && 'max-md:hidden',
        column.interactive && 'relative z-1',
        column.className,
        href && 'max-md:min-w-40',
      )}
    >
      {href ? (
        <Link
          href={href}
          className="focus-visible:after:outline-ring font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2"
        >
          {content}
        </Link>
      ) : (
        content
      )}
    </TableCell>
  )
}
