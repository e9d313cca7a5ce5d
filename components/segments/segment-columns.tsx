import { Archive, ArchiveRestore } from 'lucide-react'
import Link from 'next/link'
import type { DataColumn } from '@/components/ui/data-column'
import { Explain } from '@/components/ui/explain'
import { IconButton } from '@/components/ui/icon-button'
import { describeSegment } from '@/lib/segments/describe-segment'
import type { Segment, SegmentListItem } from '@/lib/segments/segment'
import { CustomerCount } from './customer-count'
import { isContextOnly } from './is-context-only'

/** Without `setArchived` the list is for reading only. */
export function listSegmentColumns(
  setArchived: ((segment: Segment, isArchived: boolean) => void) | null,
): DataColumn<SegmentListItem>[] {
  return [
    {
      id: 'name',
      header: 'Segment',
      className: 'max-w-xl',
      sortValue: (row) => row.name,
      cell: (row) => (
        <span className="block py-0.5">
          <span className="block">{row.name}</span>
          <span className="text-muted line-clamp-2 text-xs font-normal">
            {describeSegment(row.condition)}
          </span>
        </span>
      ),
    },
    {
      id: 'customers',
      header: 'Customers',
      numeric: true,
      explain: (
        <Explain term="Customers">
          Those in the segment now, among all who agreed to personalised ads. “Up to” where part of
          it is decided when the ad is shown.
        </Explain>
      ),
      sortValue: (row) => (isContextOnly(row.condition) ? null : (row.count?.matching ?? null)),
      cell: (row) => <CustomerCount segment={row} />,
    },
    {
      id: 'usedBy',
      header: 'Used by',
      wideOnly: true,
      interactive: true,
      cell: ({ usedBy }) =>
        usedBy.length === 0 ? (
          <span className="text-muted">No campaign</span>
        ) : (
          usedBy.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/campaigns/${id}/segments`} className="text-accent hover:underline">
                {name}
              </Link>
            </span>
          ))
        ),
    },
    ...(setArchived
      ? [
          {
            id: 'actions',
            header: 'Actions',
            hideHeader: true,
            interactive: true,
            className: 'w-12',
            cell: (row: SegmentListItem) => (
              <span className="flex justify-end">
                <IconButton
                  size="sm"
                  label={row.isArchived ? `Take ${row.name} back` : `Archive ${row.name}`}
                  onClick={() => setArchived(row, !row.isArchived)}
                >
                  {row.isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
                </IconButton>
              </span>
            ),
          },
        ]
      : []),
  ]
}
