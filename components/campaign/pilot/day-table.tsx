import { ARM_LABELS } from '@/components/reports/metric-choices'
import { Card } from '@/components/ui/card'
import { formatDate } from '@/components/ui/format-date'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Report } from '@/lib/reporting/report'
import { RateCells, RateHeader } from './arm-table'

const MAX_ROWS = 28

/** Both compared arms of each day, the newest first. */
export function DayTable({ report }: { report: Report }) {
  const rows = report.days
    .filter(({ arm }) => arm === 'dynamic' || arm === 'holdout')
    .toSorted((a, b) => (a.day === b.day ? (a.arm < b.arm ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, MAX_ROWS)
  if (rows.length === 0) return null
  return (
    <Card flush title="Daily numbers" description="Days in UTC, the newest first.">
      <Table caption="Daily numbers by arm">
        <TableHead>
          <TableRow>
            <TableHeader>Day</TableHeader>
            <TableHeader>Ad</TableHeader>
            <TableHeader numeric>Impressions</TableHeader>
            <TableHeader numeric>Clicks</TableHeader>
            <RateHeader />
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.day} ${row.arm}`}>
              <TableCell className="whitespace-nowrap">{formatDate(row.day)}</TableCell>
              <TableCell>{ARM_LABELS[row.arm]}</TableCell>
              <RateCells row={row} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}
