'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartNoAxesColumn } from 'lucide-react'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDate } from '@/components/ui/format-date'
import { formatChange, formatCount, formatPercent } from '@/components/ui/format-number'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { StatusBadge } from '@/components/ui/status-badge'
import { type CampaignSummary, campaignSummarySchema } from '@/lib/campaigns/campaign-api'
import { type ReportTotals, reportTotalsSchema } from '@/lib/reporting/report-totals'
import { describeLiftRange } from './describe-lift-range'
import { VerdictBadge } from './verdict-badge'

const REFRESH_MS = 10_000

const pageSchema = z.object({
  items: z.array(campaignSummarySchema),
  nextCursor: z.string().nullable(),
})

const totalsSchema = z.object({ items: z.array(reportTotalsSchema) })

interface ReportListRow extends CampaignSummary {
  totals: ReportTotals | undefined
}

const columns: DataColumn<ReportListRow>[] = [
  {
    id: 'name',
    header: 'Campaign',
    cell: (row) => <span className="font-medium">{row.name}</span>,
  },
  { id: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  {
    id: 'verdict',
    header: 'Verdict',
    cell: ({ totals }) => (totals ? <VerdictBadge verdict={totals.lift.verdict} /> : '–'),
  },
  {
    id: 'impressions',
    header: 'Impressions',
    numeric: true,
    cell: ({ totals }) => formatCount(totals?.counts.impressions),
  },
  {
    id: 'rate',
    header: 'Click-through rate',
    numeric: true,
    wideOnly: true,
    cell: ({ totals }) => formatPercent(totals?.metrics.clickThroughRate.value),
  },
  {
    id: 'conversions',
    header: 'Conversions',
    numeric: true,
    wideOnly: true,
    cell: ({ totals }) => formatCount(totals?.counts.conversions),
  },
  {
    id: 'lift',
    header: 'Lift, 95 %, any time',
    numeric: true,
    cell: ({ totals }) => <Lift totals={totals} />,
  },
  {
    id: 'flight',
    header: 'Flight',
    wideOnly: true,
    cell: (row) =>
      row.flight
        ? `${formatDate(row.flight.startsAt)} – ${formatDate(row.flight.endsAt)}`
        : 'Not set',
  },
]

/** Campaigns that were published at least once: those have something to report. */
export function ReportList() {
  const query = useQuery({
    queryKey: ['campaigns', 'reports'],
    queryFn: ({ signal }) => requestApi('/api/v1/campaigns?limit=200', pageSchema, { signal }),
  })
  const totals = useQuery({
    queryKey: ['reports'],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => requestApi('/api/v1/reports', totalsSchema, { signal }),
  })
  const byId = new Map(totals.data?.items.map((item) => [item.campaignId, item]))
  return (
    <>
      <PageHeader
        title="Reports"
        description="What was shown, seen, clicked and bought in the last 30 days, and whether the dynamic ad beats the static one."
      />
      <Card flush>
        <QueryContent query={query} noun="The reports">
          {({ items }) => (
            <DataTable
              caption="Reports"
              columns={columns}
              rows={items
                .filter(({ revision }) => revision > 0)
                .map((item) => ({ ...item, totals: byId.get(item.id) }))}
              getRowId={(row) => row.id}
              rowHref={(row) => `/reports/${row.id}`}
              rowLabel={(row) => row.name}
              empty={
                <EmptyState
                  icon={<ChartNoAxesColumn />}
                  title="No campaign was published yet"
                  body="A report begins with the first publication."
                  action={<ButtonLink href="/campaigns">Go to the campaigns</ButtonLink>}
                />
              }
            />
          )}
        </QueryContent>
      </Card>
    </>
  )
}

/** Of the click-through rate; the interval tells whether it means anything yet. */
function Lift({ totals }: { totals: ReportTotals | undefined }) {
  const relative = totals?.lift.relative
  if (!relative || totals.lift.verdict === 'not enough data') return '–'
  return (
    <>
      {formatChange(relative.value)}
      <span className="text-muted block text-xs">{describeLiftRange(totals.lift)}</span>
    </>
  )
}
