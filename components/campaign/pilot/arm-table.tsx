import { ARM_LABELS } from '@/components/reports/metric-choices'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatInterval, formatPercent } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { type Arm, armSchema } from '@/lib/decision/decision-record'
import type { Report, ReportRow } from '@/lib/reporting/report'

const ALWAYS: readonly Arm[] = ['dynamic', 'holdout']

/** Impressions, clicks and click-through rate of each arm, with its interval. */
export function ArmTable({ report }: { report: Report }) {
  const rows = armSchema.options.flatMap((arm) => {
    const row = report.arms.find((one) => one.arm === arm)
    return row || ALWAYS.includes(arm) ? [{ arm, row }] : []
  })
  return (
    <Table caption="The pilot so far, by arm">
      <TableHead>
        <TableRow>
          <TableHeader>Ad</TableHeader>
          <TableHeader numeric>Impressions</TableHeader>
          <TableHeader numeric>Clicks</TableHeader>
          <RateHeader />
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ arm, row }) => (
          <TableRow key={arm}>
            <TableCell>{ARM_LABELS[arm]}</TableCell>
            <RateCells row={row} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

export function RateHeader() {
  return (
    <TableHeader numeric>
      Click-through rate{' '}
      <Explain term="Click-through rate">
        Clicks, divided by impressions. Below it is the range in which the rate lies 95 times out of
        100 for one look. To tell which ad is better, go by the verdict: it holds however often you
        look.
      </Explain>
    </TableHeader>
  )
}

export function RateCells({ row }: { row: ReportRow | undefined }) {
  const rate = row?.metrics.clickThroughRate
  return (
    <>
      <TableCell numeric>{formatCount(row?.counts.impressions ?? 0)}</TableCell>
      <TableCell numeric>{formatCount(row?.counts.clicks ?? 0)}</TableCell>
      <TableCell numeric>
        {formatPercent(rate?.value ?? null, 2)}
        {rate?.interval && (
          <span className="text-muted block text-xs">
            {formatInterval(rate.interval.lower, rate.interval.upper)}
          </span>
        )}
      </TableCell>
    </>
  )
}
