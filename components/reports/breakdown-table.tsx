'use client'

import { useMemo } from 'react'
import { Card } from '@/components/ui/card'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { formatCount, formatMicros } from '@/components/ui/format-number'
import type { Report, ReportRow } from '@/lib/reporting/report'
import type { ReportTable } from '@/lib/reporting/to-report-csv'
import { CsvLink } from './csv-link'
import { figureColumns } from './figure-columns'

export interface BreakdownRow extends ReportRow {
  id: string
  label: string
  /** What the rows are told apart by besides their name: the ad, or the slot. */
  group: string
}

interface BreakdownTableProps<Row extends BreakdownRow> {
  report: Report
  search: string
  table: ReportTable
  title: string
  nameHeader: string
  groupHeader: string
  rows: readonly Row[]
  /** Stand after the click-through rate. */
  moreRates?: readonly DataColumn<Row>[]
}

const NO_COLUMNS: readonly [] = []

/** Every figure of every row, sortable, and the same as CSV. */
export function BreakdownTable<Row extends BreakdownRow>({
  report,
  search,
  table,
  title,
  nameHeader,
  groupHeader,
  rows,
  moreRates = NO_COLUMNS,
}: BreakdownTableProps<Row>) {
  const currency = report.currency ?? 'EUR'
  const columns = useMemo<DataColumn<Row>[]>(
    () => [
      {
        id: 'label',
        header: nameHeader,
        cell: (row) => <span className="block min-w-32 font-medium">{row.label}</span>,
        sortValue: (row) => row.label,
      },
      {
        id: 'group',
        header: groupHeader,
        cell: (row) => row.group,
        sortValue: (row) => row.group,
      },
      {
        id: 'impressions',
        header: 'Impressions',
        numeric: true,
        cell: (row) => formatCount(row.counts.impressions),
        sortValue: (row) => row.counts.impressions,
      },
      ...figureColumns<Row>(currency, ['viewableRate', 'clickThroughRate']),
      ...moreRates,
      {
        id: 'conversions',
        header: 'Conversions',
        numeric: true,
        cell: (row) => (
          <>
            {formatCount(row.counts.conversions)}
            <span className="text-muted block text-xs">
              {formatMicros(row.counts.valueMicros, currency)}
            </span>
          </>
        ),
        sortValue: (row) => row.counts.conversions,
      },
      ...figureColumns<Row>(currency, [
        'conversionRate',
        'costPerConversionMicros',
        'returnOnAdSpend',
        'engagedMsPerVisit',
        'bounceRate',
      ]),
    ],
    [currency, nameHeader, groupHeader, moreRates],
  )
  return (
    <Card
      title={title}
      description="Each rate with its 95 % interval for one look; conversions with their value."
      actions={<CsvLink campaignId={report.campaignId} table={table} search={search} />}
      flush
    >
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        getRowId={(row) => row.id}
        empty={<EmptyState title="Nothing counted in these days" />}
      />
    </Card>
  )
}
