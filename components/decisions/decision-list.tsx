'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { ARM_LABELS } from '@/components/reports/metric-choices'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { formatDateTime } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type DecisionSummary, decisionSummarySchema } from '@/lib/events/decision-view'

const pageSchema = z.object({
  items: z.array(decisionSummarySchema),
  nextCursor: z.string().nullable(),
})

const columns: DataColumn<DecisionSummary>[] = [
  { id: 'when', header: 'Decided', cell: (row) => formatDateTime(row.decidedAt) },
  { id: 'ad', header: 'Ad', cell: (row) => ARM_LABELS[row.arm] },
  { id: 'size', header: 'Size', cell: (row) => `${row.size.replace('x', ' × ')} px` },
  {
    id: 'version',
    header: 'Campaign and policy',
    wideOnly: true,
    cell: (row) => `Revision ${row.revision}, policy ${row.policyVersion}`,
  },
  {
    id: 'id',
    header: 'Decision id',
    wideOnly: true,
    cell: (row) => <code className="font-mono text-xs">{row.id}</code>,
  },
]

export function DecisionList({
  campaignId,
  campaignName,
}: {
  campaignId: string
  campaignName: string
}) {
  const query = useInfiniteQuery({
    queryKey: ['decisions', campaignId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      requestApi(
        `/api/v1/decisions?campaignId=${campaignId}${pageParam ? `&cursor=${pageParam}` : ''}`,
        pageSchema,
        {
          signal,
        },
      ),
    getNextPageParam: (last) => last.nextCursor,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Reports', href: '/reports' },
          { label: campaignName, href: `/reports/${campaignId}` },
        ]}
        title="Decisions"
        description="Every ad that began to show, newest first. Open one to see why it was chosen, and that deciding again gives the same ad."
      />
      <Card flush>
        {query.isError ? (
          <ErrorState
            title="The decisions could not be loaded"
            body={query.error.message}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <DataTable
            caption="Decisions"
            columns={columns}
            rows={rows}
            getRowId={(row) => row.id}
            loading={query.isPending}
            rowHref={(row) => `/decisions/${row.id}`}
            rowLabel={(row) => `Decision of ${formatDateTime(row.decidedAt)}`}
            empty={
              <EmptyState
                title="No decisions yet"
                body="A decision is kept with its first event, when the ad begins to show."
              />
            }
          />
        )}
        {rows.length > 0 && (
          <Pagination
            summary={`${rows.length} shown`}
            loading={query.isFetchingNextPage}
            onNext={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          />
        )}
      </Card>
    </>
  )
}
