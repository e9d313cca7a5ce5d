'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { formatDateTime } from '@/components/ui/format-date'
import { Pagination } from '@/components/ui/pagination'
import { type AuditEntryView, auditEntrySchema } from '@/lib/workspaces/workspace-api'

const pageSchema = z.object({ items: z.array(auditEntrySchema), nextCursor: z.string().nullable() })

const columns: DataColumn<AuditEntryView>[] = [
  { id: 'when', header: 'When', cell: (row) => formatDateTime(row.createdAt) },
  { id: 'who', header: 'Who', cell: (row) => row.actorName },
  {
    id: 'what',
    header: 'What',
    cell: (row) => <code className="font-mono text-xs">{row.action}</code>,
  },
  {
    id: 'subject',
    header: 'On',
    wideOnly: true,
    cell: (row) => <code className="font-mono text-xs">{row.subjectId}</code>,
  },
]

export function AuditLog() {
  const query = useInfiniteQuery({
    queryKey: ['audit-log'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      requestApi(`/api/v1/audit-log${pageParam ? `?cursor=${pageParam}` : ''}`, pageSchema, {
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card title="Audit log" description="Who changed what. Nothing here can be edited." flush>
      {query.isError ? (
        <ErrorState
          title="The audit log could not be loaded"
          body={query.error.message}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          caption="Audit log"
          columns={columns}
          rows={rows}
          getRowId={(row) => row.id}
          loading={query.isPending}
          empty={<EmptyState title="Nothing was changed yet" />}
        />
      )}
      <Pagination
        summary={`${rows.length} shown, newest first`}
        loading={query.isFetchingNextPage}
        onNext={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      />
    </Card>
  )
}
