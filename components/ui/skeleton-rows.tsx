import { Skeleton } from './skeleton'
import { TableCell, TableRow } from './table'

interface SkeletonRowsProps {
  columnCount: number
  rowCount?: number
}

export function SkeletonRows({ columnCount, rowCount = 6 }: SkeletonRowsProps) {
  return Array.from({ length: rowCount }, (_, row) => (
    <TableRow key={row}>
      {Array.from({ length: columnCount }, (_, column) => (
        <TableCell key={column}>
          <Skeleton className={column === 0 ? 'w-2/3' : 'w-1/2'} />
        </TableCell>
      ))}
    </TableRow>
  ))
}
