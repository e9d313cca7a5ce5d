import { cn } from '@/components/ui/cn'
import { SortButton } from '@/components/ui/sort-button'
import { type AssetSort, type SortOrder, USUAL_ORDER } from '@/lib/assets/asset-list'

/** The columns of the head and of every row. */
export const TABLE_COLUMNS =
  'grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 md:grid-cols-[2rem_minmax(0,1fr)_9.5rem_6.5rem_4.5rem_6.5rem] lg:grid-cols-[2rem_minmax(0,1fr)_9.5rem_3.5rem_7rem_6.5rem_4.5rem_6.5rem]'

const HEADS: { label: string; sort?: AssetSort; className?: string }[] = [
  { label: 'Name', sort: 'name' },
  { label: 'State' },
  { label: 'Language', className: 'max-lg:hidden' },
  { label: 'Markets', className: 'max-lg:hidden' },
  { label: 'Rights until', sort: 'rights_end', className: 'max-md:hidden' },
  { label: 'Weight', sort: 'weight', className: 'text-right max-md:hidden' },
  { label: 'Changed', sort: 'updated', className: 'pl-3 max-md:hidden' },
]
const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const

export function TableHead({
  sort,
  order,
  onSort,
}: {
  sort: AssetSort
  order: SortOrder
  onSort: (sort: AssetSort, order: SortOrder) => void
}) {
  const turn = (column: AssetSort) =>
    onSort(column, column === sort ? (order === 'asc' ? 'desc' : 'asc') : USUAL_ORDER[column])
  return (
    <div role="rowgroup">
      <div
        role="row"
        aria-rowindex={1}
        className={cn(
          TABLE_COLUMNS,
          'border-border text-muted h-9 border-b px-3 text-xs font-medium',
        )}
      >
        <span role="columnheader" className="sr-only">
          Selected
        </span>
        <span aria-hidden />
        {HEADS.map(({ label, sort: column, className }) => (
          <span
            key={label}
            role="columnheader"
            aria-sort={column !== undefined && column === sort ? ARIA_SORT[order] : undefined}
            className={className}
          >
            {column === undefined ? (
              label
            ) : (
              <SortButton
                label={label}
                direction={column === sort ? order : false}
                numeric={column === 'weight'}
                onClick={() => turn(column)}
              />
            )}
          </span>
        ))}
      </div>
    </div>
  )
}
