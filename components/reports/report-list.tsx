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
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { StatusBadge } from '@/components/ui/status-badge'
import { type CampaignSummary, campaignSummarySchema } from '@/lib/campaigns/campaign-api'

const pageSchema = z.object({
  items: z.array(campaignSummarySchema),
  nextCursor: z.string().nullable(),
})

const columns: DataColumn<CampaignSummary>[] = [
  {
    id: 'name',
    header: 'Campaign',
    cell: (row) => <span className="font-medium">{row.name}</span>,
  },
  { id: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
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
  return (
    <>
      <PageHeader
        title="Reports"
        description="What was shown, seen, clicked and bought, and whether the dynamic ad beats the static one."
      />
      <Card flush>
        <QueryContent query={query} noun="The reports">
          {({ items }) => (
            <DataTable
              caption="Reports"
              columns={columns}
              rows={items.filter(({ revision }) => revision > 0)}
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
