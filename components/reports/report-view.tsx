'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { formatCount } from '@/components/ui/format-number'
import { formatDate } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { Report } from '@/lib/reporting/report'
import { describeAdSize } from '@/lib/decision/ad-size'
import { BreakdownTable } from './breakdown-table'
import { ElementCharts } from './element-charts'
import { FlightNote } from './flight-note'
import { LiftCard } from './lift-card'
import { ReportFilters } from './report-filters'
import { ARM_LABELS } from './metric-choices'
import { ReportStats } from './report-stats'
import { TimeChart } from './time-chart'
import { useReport, useReportSearch } from './use-report'

const TABS = ['elements', 'segments', 'sizes', 'days'] as const

export function ReportView({
  campaignId,
  campaignName,
}: {
  campaignId: string
  campaignName: string
}) {
  const search = useReportSearch()
  const query = useReport(campaignId, search)
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Reports', href: '/reports' }]}
        title={campaignName}
        meta={
          <>
            {query.data?.isSimulated && <Badge tone="outline">Simulated traffic</Badge>}
            {query.data && (
              <span className="text-muted text-xs tabular-nums">
                Live: counted up to {query.data.asOf.slice(11, 19)} UTC
              </span>
            )}
          </>
        }
        actions={
          <>
            <ButtonLink href={`/reports/${campaignId}/decisions`}>Decisions</ButtonLink>
            <ButtonLink href={`/campaigns/${campaignId}/beliefs`}>Beliefs</ButtonLink>
            <ButtonLink href={`/campaigns/${campaignId}`}>Campaign</ButtonLink>
          </>
        }
      />
      <QueryContent query={query} noun="The report">
        {(report) => <ReportBody report={report} search={search} />}
      </QueryContent>
    </>
  )
}

function ReportBody({ report, search }: { report: Report; search: string }) {
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(TABS).withDefault('elements'))
  const isFiltered = search !== ''
  if (report.totals.counts.impressions === 0 && report.invalidEvents === 0 && !isFiltered) {
    return (
      <EmptyState
        title="No impressions yet"
        body="Numbers appear here within two seconds after an ad begins to show. Put the tag of a placement on a page, or open its test page."
        action={<ButtonLink href="/placements">Get the tag</ButtonLink>}
      />
    )
  }
  return (
    <div className="space-y-5">
      <ReportFilters report={report} />
      <FlightNote report={report} />
      {report.sampleRatio.kind === 'ok' && report.sampleRatio.isAlarm && (
        <Callout tone="danger" title="The split is not as planned">
          {report.lift[0]?.sentence}
        </Callout>
      )}
      <ReportStats report={report} />
      <TimeChart report={report} />
      <LiftCard report={report} />
      <Tabs value={tab} onValueChange={(value) => void setTab(value as (typeof TABS)[number])}>
        <TabsList>
          <TabsTrigger value="elements">By element</TabsTrigger>
          <TabsTrigger value="segments">By segment</TabsTrigger>
          <TabsTrigger value="sizes">By size</TabsTrigger>
          <TabsTrigger value="days">By day</TabsTrigger>
        </TabsList>
        <TabsContent value="elements">
          <ElementCharts report={report} search={search} />
        </TabsContent>
        <TabsContent value="segments">
          <BreakdownTable
            report={report}
            search={search}
            table="segments"
            title="By segment"
            nameHeader="Segment"
            groupHeader="Ad"
            rows={report.segments.map((row) => ({
              ...row,
              id: `${row.segmentId} ${row.arm}`,
              label: row.segmentName ?? (row.segmentId === 'none' ? 'No segment' : row.segmentId),
              group: ARM_LABELS[row.arm],
            }))}
          />
        </TabsContent>
        <TabsContent value="sizes">
          <BreakdownTable
            report={report}
            search={search}
            table="sizes"
            title="By size"
            nameHeader="Size"
            groupHeader="Ad"
            rows={report.sizes.map((row) => ({
              ...row,
              id: `${row.size} ${row.arm}`,
              label: describeAdSize(row.size),
              group: ARM_LABELS[row.arm],
            }))}
          />
        </TabsContent>
        <TabsContent value="days">
          <BreakdownTable
            report={report}
            search={search}
            table="days"
            title="By day"
            nameHeader="Day (UTC)"
            groupHeader="Ad"
            rows={report.days.map((row) => ({
              ...row,
              id: `${row.day} ${row.arm}`,
              label: formatDate(row.day),
              group: ARM_LABELS[row.arm],
            }))}
          />
        </TabsContent>
      </Tabs>
      <p className="text-muted text-xs">
        {report.invalidEvents === 1
          ? 'One event of bots, prefetching or hidden slots was'
          : `${formatCount(report.invalidEvents)} events of bots, prefetching and hidden slots were`}{' '}
        recognised, kept and left out of every count. Days are UTC days on which the ad was shown.
      </p>
    </div>
  )
}
