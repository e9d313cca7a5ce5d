import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { CorrectedElement } from './correct-element'
import { COUNT_NAMES } from './event-counts'
import type { Report, ReportRow } from './report'

export const reportTableSchema = z.enum(['elements', 'days', 'segments', 'sizes'])
export type ReportTable = z.infer<typeof reportTableSchema>

const KEYS: Readonly<Record<ReportTable, readonly string[]>> = {
  elements: ['slot', 'assetId', 'assetName'],
  days: ['day', 'arm'],
  segments: ['segmentId', 'segmentName', 'arm'],
  sizes: ['size', 'arm'],
}

/** What elements would have done, had each been shown every time it could have been. */
const CORRECTIONS: Readonly<Record<string, (corrected: CorrectedElement) => number | null>> = {
  correctedClickThroughRate: ({ clickThroughRate }) => clickThroughRate?.value ?? null,
  correctedConversionsPerImpression: ({ conversionsPerImpression }) =>
    conversionsPerImpression?.value ?? null,
  effectiveImpressions: ({ effectiveImpressions }) => effectiveImpressions,
  eligibleShare: ({ eligibleShare }) => eligibleShare,
}

/**
 * One table of a report as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets). Texts
 * that a spreadsheet would run as a formula are defused with an apostrophe (OWASP CSV injection).
 */
export function toReportCsv(report: Report, table: ReportTable): string {
  const rows: readonly (ReportRow & { corrected?: CorrectedElement })[] = report[table]
  const corrections = table === 'elements' ? CORRECTIONS : {}
  const metricNames = Object.keys(report.totals.metrics) as (keyof ReportRow['metrics'])[]
  const lines = rows.map((row) => [
    ...KEYS[table].map((key) => (row as unknown as Record<string, string | null>)[key] ?? ''),
    ...COUNT_NAMES.map((name) => row.counts[name]),
    ...metricNames.map((name) => row.metrics[name].value ?? ''),
    ...Object.values(corrections).map((read) => (row.corrected && read(row.corrected)) ?? ''),
  ])
  const header = [...KEYS[table], ...COUNT_NAMES, ...metricNames, ...Object.keys(corrections)]
  return stringify([header, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}
