'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { LoadMore } from '@/components/ui/load-more'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { formatDate } from '@/components/ui/format-date'
import { Select } from '@/components/ui/select'
import {
  type AuditEntryView,
  auditEntrySchema,
  type AuditSubject,
  auditSubjectSchema,
} from '@/lib/workspaces/workspace-api'
import { describeAction, findSubjectPage } from './describe-action'

const pageSchema = z.object({ items: z.array(auditEntrySchema), nextCursor: z.string().nullable() })
const ALL = 'all'

const SUBJECT_LABELS: Record<AuditSubject, string> = {
  campaign: 'Campaigns',
  asset: 'Assets',
  segment: 'Segments',
  source: 'Sources',
  feed: 'Feeds',
  placement: 'Placements',
  template: 'Templates',
  review: 'Review links',
  member: 'Members',
  invitation: 'Invitations',
  api_key: 'API keys',
  workspace: 'The workspace',
}

const columns: DataColumn<AuditEntryView>[] = [
  {
    id: 'when',
    header: 'When (UTC)',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ createdAt }) => (
      <>
        {createdAt.slice(11, 19)}
        <span className="text-muted block text-xs">{formatDate(createdAt)}</span>
      </>
    ),
  },
  {
    id: 'who',
    header: 'Who',
    cell: ({ actorName, actorKind }) => (
      <>
        {actorName} {actorKind === 'api_key' && <Badge tone="outline">API key</Badge>}
      </>
    ),
  },
  { id: 'what', header: 'What', cell: (row) => <What entry={row} /> },
]

export function AuditLog() {
  const [subject, setSubject] = useQueryState(
    'about',
    parseAsStringLiteral(auditSubjectSchema.options),
  )
  const query = useInfiniteQuery({
    queryKey: ['audit-log', subject],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams()
      if (pageParam) search.set('cursor', pageParam)
      if (subject) search.set('subject', subject)
      return requestApi(`/api/v1/audit-log?${search.toString()}`, pageSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card
      title="Audit log"
      description="Who changed what. Nothing here can be edited."
      actions={
        <Select
          aria-label="About"
          className="w-44"
          value={subject ?? ALL}
          onValueChange={(value) => void setSubject(value === ALL ? null : (value as AuditSubject))}
          options={[
            { value: ALL, label: 'About everything' },
            ...auditSubjectSchema.options.map((value) => ({ value, label: SUBJECT_LABELS[value] })),
          ]}
        />
      }
      flush
    >
      {query.isError && rows.length === 0 ? (
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
      {rows.length > 0 && (
        <LoadMore
          shown={rows.length}
          hasMore={query.hasNextPage}
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </Card>
  )
}

function What({ entry: { action, subjectId, subjectName } }: { entry: AuditEntryView }) {
  const page = findSubjectPage(action, subjectId)
  const name = subjectName ?? subjectId
  return (
    <>
      <span className="text-muted">{describeAction(action)}</span>{' '}
      {page ? (
        <Link href={page} className="hover:text-accent font-medium underline underline-offset-2">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
    </>
  )
}
