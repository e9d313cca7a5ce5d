import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatChange, formatCount, formatPercent } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { ReportLift } from '@/lib/reporting/compare-arms'
import type { Report } from '@/lib/reporting/report'

const METRIC_LABELS: Record<ReportLift['metric'], string> = {
  clickThroughRate: 'Click-through rate',
  conversionsPerImpression: 'Conversions per impression',
  viewableRate: 'Viewable rate',
  engagedVisitsPerImpression: 'Engaged visits per impression',
}
const TONES = {
  winning: 'positive',
  losing: 'danger',
  'no difference yet': 'neutral',
  'not enough data': 'outline',
} as const

/** The dynamic ad against the static benchmark, by randomised holdout. */
export function LiftCard({ report }: { report: Report }) {
  const [first] = report.lift
  return (
    <Card
      title="Does the dynamic ad beat the static one?"
      description={first?.sentence}
      actions={
        <Explain term="Lift">
          A random part of the viewers, the holdout, always sees the same static ad. The lift is how
          much better the dynamic ad did than that, with the range in which the truth lies 95 times
          out of 100.
        </Explain>
      }
      flush
    >
      <Table caption="Lift against the benchmark">
        <TableHead>
          <TableRow>
            <TableHeader>Figure</TableHeader>
            <TableHeader numeric>Dynamic ad</TableHeader>
            <TableHeader numeric>Benchmark</TableHeader>
            <TableHeader numeric>Lift</TableHeader>
            <TableHeader numeric>95 % interval</TableHeader>
            <TableHeader>Verdict</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {report.lift.map((lift) => (
            <TableRow key={lift.metric}>
              <TableCell>{METRIC_LABELS[lift.metric]}</TableCell>
              <TableCell numeric>{share(lift.dynamic)}</TableCell>
              <TableCell numeric>{share(lift.holdout)}</TableCell>
              <TableCell numeric>{formatChange(lift.relative?.value ?? null)}</TableCell>
              <TableCell numeric>{range(lift)}</TableCell>
              <TableCell>
                <Badge tone={TONES[lift.verdict]}>{lift.verdict}</Badge>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

function share({ k, n }: { k: number; n: number }): string {
  return n === 0 ? '–' : `${formatPercent(k / n)} of ${formatCount(n)}`
}

function range({ relative }: ReportLift): string {
  if (!relative) return '–'
  const low = relative.lower === null ? 'any' : formatChange(relative.lower)
  const high = relative.upper === null ? 'any' : formatChange(relative.upper)
  return `${low} to ${high}`
}
