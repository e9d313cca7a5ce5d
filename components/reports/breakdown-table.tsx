import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import {
  formatCount,
  formatInterval,
  formatMicros,
  formatPercent,
} from '@/components/ui/format-number'
import type { Arm } from '@/lib/decision/decision-record'
import type { Report, ReportRow } from '@/lib/reporting/report'
import { CsvLink } from './csv-link'
import { ARM_LABELS } from './metric-choices'

interface BreakdownRow extends ReportRow {
  id: string
  label: string
  arm: Arm
}

interface BreakdownTableProps {
  report: Report
  search: string
  table: 'days' | 'segments' | 'sizes'
  title: string
  rows: readonly BreakdownRow[]
}

export function BreakdownTable({ report, search, table, title, rows }: BreakdownTableProps) {
  return (
    <Card
      title={title}
      actions={<CsvLink campaignId={report.campaignId} table={table} search={search} />}
      flush
    >
      <DataTable
        caption={title}
        columns={columnsFor(report.currency ?? 'EUR')}
        rows={[...rows]}
        getRowId={(row) => row.id}
        empty={<EmptyState title="Nothing counted yet" />}
      />
    </Card>
  )
}

function columnsFor(currency: string): DataColumn<BreakdownRow>[] {
  return [
    {
      id: 'label',
      header: 'Group',
      cell: (row) => <span className="font-medium">{row.label}</span>,
      sortValue: (row) => row.label,
    },
    { id: 'arm', header: 'Ad', cell: (row) => ARM_LABELS[row.arm], sortValue: (row) => row.arm },
    {
      id: 'impressions',
      header: 'Impressions',
      numeric: true,
      cell: (row) => formatCount(row.counts.impressions),
      sortValue: (row) => row.counts.impressions,
    },
    {
      id: 'viewable',
      header: 'Viewable',
      numeric: true,
      wideOnly: true,
      cell: (row) => formatPercent(row.metrics.viewableRate.value, 1),
      sortValue: (row) => row.metrics.viewableRate.value,
    },
    {
      id: 'ctr',
      header: 'Click-through rate',
      numeric: true,
      cell: ({ metrics: { clickThroughRate: rate } }) => (
        <>
          {formatPercent(rate.value)}
          {rate.interval && (
            <span className="text-muted block text-xs">
              {formatInterval(rate.interval.lower, rate.interval.upper)}
            </span>
          )}
        </>
      ),
      sortValue: (row) => row.metrics.clickThroughRate.value,
    },
    {
      id: 'conversions',
      header: 'Conversions',
      numeric: true,
      cell: (row) => formatCount(row.counts.conversions),
      sortValue: (row) => row.counts.conversions,
    },
    {
      id: 'value',
      header: 'Value',
      numeric: true,
      wideOnly: true,
      cell: (row) => formatMicros(row.counts.valueMicros, currency),
      sortValue: (row) => row.counts.valueMicros,
    },
    {
      id: 'cpa',
      header: 'CPA',
      numeric: true,
      wideOnly: true,
      cell: (row) => formatMicros(row.metrics.costPerConversionMicros.value, currency),
      sortValue: (row) => row.metrics.costPerConversionMicros.value,
    },
  ]
}
