'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Layers } from 'lucide-react'
import { useCallback } from 'react'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { requestApi } from '@/components/api/request-api'
import { LoadMore } from '@/components/ui/load-more'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { formatDate } from '@/components/ui/format-date'
import { LocalTime } from '@/components/ui/local-time'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { StatusBadge } from '@/components/ui/status-badge'
import { Toolbar } from '@/components/ui/toolbar'
import { type CampaignSummary, campaignSummarySchema } from '@/lib/campaigns/campaign-api'
import { z } from 'zod'
import { CreateCampaignDialog } from './create-campaign-dialog'

const pageSchema = z.object({
  items: z.array(campaignSummarySchema),
  nextCursor: z.string().nullable(),
})
const STATUSES = ['all', 'draft', 'live', 'paused', 'ended'] as const

const columns: DataColumn<CampaignSummary>[] = [
  {
    id: 'name',
    header: 'Campaign',
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-2 font-medium">
        <span dir="auto" className="wrap-anywhere">
          {row.name}
        </span>
        {row.isSimulated && <Badge tone="outline">Simulated traffic</Badge>}
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    className: 'whitespace-nowrap',
    cell: (row) => <StatusBadge status={row.status} />,
  },
  {
    id: 'flight',
    header: 'Flight',
    wideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) =>
      row.flight
        ? `${formatDate(row.flight.startsAt, row.flight.timeZone)} – ${formatDate(row.flight.endsAt, row.flight.timeZone)}`
        : 'Not set',
  },
  {
    id: 'updated',
    header: 'Last change',
    wideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) => <LocalTime time={row.updatedAt} />,
  },
]

export function CampaignList({ canEdit }: { canEdit: boolean }) {
  const [filter, setFilter] = useQueryStates({
    search: parseAsString.withDefault(''),
    status: parseAsStringLiteral(STATUSES).withDefault('all'),
  })
  const query = useInfiniteQuery({
    queryKey: ['campaigns', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams()
      if (filter.search) params.set('search', filter.search)
      if (filter.status !== 'all') params.set('status', filter.status)
      if (pageParam) params.set('cursor', pageParam)
      return requestApi(`/api/v1/campaigns?${params}`, pageSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
  const { fetchNextPage } = query
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = filter.search !== '' || filter.status !== 'all'

  return (
    <>
      <PageHeader
        title="Campaigns"
        description="Each campaign assembles its ad from modular pictures and copy, for each viewer, and learns what works."
        actions={canEdit && <CreateCampaignDialog />}
      />
      <Card flush>
        <Toolbar
          className="border-border mb-0 border-b p-3"
          end={
            <Segmented
              aria-label="Status"
              value={filter.status}
              onValueChange={(status) => void setFilter({ status })}
              options={STATUSES.map((value) => ({
                value,
                label: value === 'all' ? 'All' : value.slice(0, 1).toUpperCase() + value.slice(1),
              }))}
            />
          }
        >
          <SearchInput
            label="Search campaigns"
            value={filter.search}
            onValueChange={(search) => void setFilter({ search })}
          />
        </Toolbar>
        {query.isError && rows.length === 0 ? (
          <ErrorState
            title="The campaigns could not be loaded"
            body={query.error.message}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <DataTable
            caption="Campaigns"
            columns={columns}
            rows={rows}
            loading={query.isPending}
            getRowId={(row) => row.id}
            rowHref={(row) => `/campaigns/${row.id}`}
            rowLabel={(row) => row.name}
            empty={
              isFiltered ? (
                <EmptyState
                  title="No campaign fits"
                  body="Change the search or the status."
                  action={<Button onClick={() => void setFilter(null)}>Show all campaigns</Button>}
                />
              ) : (
                <EmptyState
                  icon={<Layers />}
                  title="No campaigns yet"
                  body="Start with what you want to reach. Seven short steps lead from there to a live ad."
                  action={canEdit && <CreateCampaignDialog />}
                />
              )
            }
          />
        )}
        {rows.length > 0 && (
          <LoadMore
            shown={rows.length}
            hasMore={query.hasNextPage}
            loading={query.isFetchingNextPage}
            failed={query.isFetchNextPageError}
            onMore={more}
          />
        )}
      </Card>
    </>
  )
}
