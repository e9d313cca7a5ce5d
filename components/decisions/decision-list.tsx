'use client'

import { RefreshCw } from 'lucide-react'
import { LoadMore } from '@/components/ui/load-more'
import { ARM_LABELS } from '@/components/reports/metric-choices'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { formatDate } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'
import { type Arm, armSchema } from '@/lib/decision/decision-record'
import type { DecisionSummary } from '@/lib/events/decision-view'
import { type EventKind, eventKindSchema } from '@/lib/events/event'
import { describeAdSize } from '@/lib/decision/ad-size'
import { describeInvalid, EVENT_WORDS } from './event-words'
import { useDecisionFilters, useDecisions } from './use-decisions'

const ALL = 'all'

const columns: DataColumn<DecisionSummary>[] = [
  {
    id: 'when',
    header: 'Decided (UTC)',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ decidedAt }) => (
      <>
        {decidedAt.slice(11, 19)}
        <span className="text-muted block text-xs font-normal">{formatDate(decidedAt)}</span>
      </>
    ),
  },
  {
    id: 'ad',
    header: 'Ad',
    cell: ({ arm, size }) => (
      <>
        {ARM_LABELS[arm]}
        <span className="text-muted block text-xs whitespace-nowrap">{describeAdSize(size)}</span>
      </>
    ),
  },
  {
    id: 'shown',
    header: 'What it showed',
    wideOnly: true,
    cell: ({ assetNames }) => <span className="text-muted">{assetNames.join(' · ')}</span>,
  },
  { id: 'events', header: 'What happened', cell: (row) => <Outcome decision={row} /> },
  {
    id: 'version',
    header: 'Versions',
    wideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) => `Revision ${row.revision}, policy ${row.policyVersion}`,
  },
]

export function DecisionList({
  campaignId,
  campaignName,
}: {
  campaignId: string
  campaignName: string
}) {
  const query = useDecisions(campaignId)
  const [{ arm, event }, setFilters] = useDecisionFilters()
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = arm !== null || event !== null
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
      <Toolbar
        end={
          <Button
            icon={<RefreshCw aria-hidden />}
            loading={query.isRefetching}
            onClick={() => void query.refetch()}
          >
            Refresh
          </Button>
        }
      >
        <Select
          aria-label="Which ad"
          className="w-52"
          value={arm ?? ALL}
          onValueChange={(value) => void setFilters({ arm: value === ALL ? null : (value as Arm) })}
          options={[
            { value: ALL, label: 'All ads' },
            ...armSchema.options.map((value) => ({ value, label: ARM_LABELS[value] })),
          ]}
        />
        <Select
          aria-label="What happened"
          className="w-52"
          value={event ?? ALL}
          onValueChange={(value) =>
            void setFilters({ event: value === ALL ? null : (value as EventKind) })
          }
          options={[
            { value: ALL, label: 'Whatever happened' },
            ...eventKindSchema.options.map((value) => ({ value, label: EVENT_WORDS[value] })),
          ]}
        />
      </Toolbar>
      <Card flush>
        {query.isError && rows.length === 0 ? (
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
            rowLabel={(row) => `Decision of ${row.decidedAt}`}
            empty={
              isFiltered ? (
                <EmptyState
                  title="No decision is like that"
                  body="Nothing of the newest days fits these filters."
                  action={
                    <Button onClick={() => void setFilters({ arm: null, event: null })}>
                      Show all
                    </Button>
                  }
                />
              ) : (
                <EmptyState
                  title="No decisions yet"
                  body="A decision is kept with its first event, when the ad begins to show."
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
            onMore={() => void query.fetchNextPage()}
          />
        )}
      </Card>
    </>
  )
}

const FURTHEST: readonly EventKind[] = [
  'conversion',
  'engagement',
  'click',
  'viewable',
  'impression',
]

/** The furthest that came of it. */
function Outcome({ decision: { counted, invalidReason } }: { decision: DecisionSummary }) {
  const furthest = FURTHEST.find((kind) => counted.includes(kind))
  if (!furthest) {
    return (
      <span className="text-muted">
        Not counted{invalidReason === null ? '' : `: ${describeInvalid(invalidReason)}`}
      </span>
    )
  }
  const isSuccess = furthest !== 'impression' && furthest !== 'viewable'
  return <Badge tone={isSuccess ? 'positive' : 'neutral'}>{EVENT_WORDS[furthest]}</Badge>
}
