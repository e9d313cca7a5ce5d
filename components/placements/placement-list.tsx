'use client'

import { LayoutTemplate } from 'lucide-react'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { Placement } from '@/lib/placements/placement'
import { describeAdSize } from '@/lib/decision/ad-size'
import { CreatePlacementDialog } from './create-placement-dialog'
import { TagSnippets } from './tag-snippets'
import { useArchivePlacement, usePlacements } from './use-placements'

interface PlacementListProps {
  origin: string
  canEdit: boolean
}

export function PlacementList({ origin, canEdit }: PlacementListProps) {
  const query = usePlacements()
  const { mutate: archive } = useArchivePlacement()
  const [shown, setShown] = useState<Placement | null>(null)
  const columns = useMemo<DataColumn<Placement>[]>(() => {
    const remove = ({ id, name }: Placement) =>
      archive(
        { id, isArchived: true },
        {
          onSuccess: () =>
            toast(`${name} archived`, {
              action: { label: 'Undo', onClick: () => archive({ id, isArchived: false }) },
            }),
        },
      )
    return [
      {
        id: 'name',
        header: 'Placement',
        cell: (row) => <span className="font-medium">{row.name}</span>,
        sortValue: (row) => row.name,
      },
      {
        id: 'size',
        header: 'Size',
        cell: (row) => describeAdSize(row.size),
        sortValue: (row) => row.size,
      },
      { id: 'category', header: 'Page', wideOnly: true, cell: (row) => row.pageCategory ?? '–' },
      {
        id: 'campaign',
        header: 'Shows',
        interactive: true,
        cell: (row) =>
          row.campaign ? (
            <Link className="text-accent underline" href={`/campaigns/${row.campaign.id}`}>
              {row.campaign.name}
            </Link>
          ) : (
            <span className="text-muted">Nothing yet</span>
          ),
      },
      {
        id: 'actions',
        header: 'Actions',
        hideHeader: true,
        interactive: true,
        cell: (row) => (
          <span className="flex justify-end gap-1">
            <Button size="sm" onClick={() => setShown(row)} aria-label={`Tag of ${row.name}`}>
              Tag
            </Button>
            {canEdit && (
              <Button
                size="sm"
                variant="ghost"
                onClick={() => remove(row)}
                aria-label={`Archive ${row.name}`}
              >
                Archive
              </Button>
            )}
          </span>
        ),
      },
    ]
  }, [archive, canEdit])

  return (
    <>
      <PageHeader
        title="Placements"
        description="Places on your pages where ads appear. Put a placement’s tag on the page once; campaigns come and go."
        actions={canEdit && <CreatePlacementDialog onCreated={setShown} />}
      />
      <Card flush>
        <QueryContent query={query} noun="The placements">
          {({ items }) => (
            <DataTable
              caption="Placements"
              columns={columns}
              rows={items}
              getRowId={(row) => row.id}
              empty={
                <EmptyState
                  icon={<LayoutTemplate />}
                  title="No placements yet"
                  body="Create one for each spot on your pages, then copy its tag into the page."
                  action={canEdit && <CreatePlacementDialog onCreated={setShown} />}
                />
              }
            />
          )}
        </QueryContent>
      </Card>
      <Sheet open={shown !== null} onOpenChange={(open) => !open && setShown(null)}>
        {shown && (
          <SheetContent title={shown.name} description={describeAdSize(shown.size)} size="lg">
            <TagSnippets origin={origin} placement={shown} />
          </SheetContent>
        )}
      </Sheet>
    </>
  )
}
