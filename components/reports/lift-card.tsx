import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import {
  formatChange,
  formatCount,
  formatMicros,
  formatPercent,
} from '@/components/ui/format-number'
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
import { describeLiftRange } from './describe-lift-range'
import { VerdictBadge } from './verdict-badge'

const METRIC_LABELS: Record<ReportLift['metric'], string> = {
  clickThroughRate: 'Click-through rate',
  conversionsPerImpression: 'Conversions per impression',
  valuePerImpressionMicros: 'Value per 1,000 impressions; return on ad spend',
  viewableRate: 'Viewable rate',
  engagedVisitsPerImpression: 'Engaged visits per impression',
}

/** The dynamic ad against the static benchmark, by randomised holdout. */
export function LiftCard({ report }: { report: Report }) {
  const [first] = report.lift
  return (
    <Card
      title="Does the dynamic ad beat the static one?"
      description={first?.sentence}
      actions={
        <Explain term="Lift">
          <p>
            A random part of the viewers, the holdout, always sees the same static ad. The lift is
            how much better the dynamic ad did than that. Below it is the range in which the truth
            lies with 95 % certainty.
          </p>
          <p>
            The range is wide enough to be looked at every minute: two ads that are alike are called
            different in at most 5 pilots of 100, however long you watch them and whenever you stop.
            While the ad learns, it tells of its average so far.
          </p>
          <p>
            The formula: ln(1 + lift) ± √((V + V² ÷ τ²) × (ln(1 + τ² ÷ V) + 2 ln 25)), where V is 1
            ÷ successes − 1 ÷ impressions, added up over both ads, and τ = 0.2 is the size of lift
            that is found soonest. Where one of them has almost no successes, an exact test of who
            got them takes over. For what conversions are worth, V is (standard deviation ÷ mean)² ÷
            impressions.
          </p>
        </Explain>
      }
      flush
    >
      <Table caption="Lift against the benchmark">
        <TableHead>
          <TableRow>
            <TableHeader>Figure</TableHeader>
            <TableHeader numeric>Lift, 95 %, any time</TableHeader>
            <TableHeader>Verdict</TableHeader>
            <TableHeader numeric>Dynamic ad</TableHeader>
            <TableHeader numeric>Benchmark</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {report.lift.map((lift) => (
            <TableRow key={lift.metric}>
              <TableCell className="min-w-28">{METRIC_LABELS[lift.metric]}</TableCell>
              <TableCell numeric>
                <span className="font-medium">{formatChange(lift.relative?.value ?? null)}</span>
                <span className="text-muted block text-xs">{describeLiftRange(lift)}</span>
              </TableCell>
              <TableCell>
                <VerdictBadge verdict={lift.verdict} />
              </TableCell>
              <ArmCell lift={lift} arm="dynamic" currency={report.currency} />
              <ArmCell lift={lift} arm="holdout" currency={report.currency} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

interface ArmCellProps {
  lift: ReportLift
  arm: 'dynamic' | 'holdout'
  currency: string | null
}

function ArmCell({ lift, arm, currency }: ArmCellProps) {
  const { k, n } = lift[arm]
  const isMoney = lift.metric === 'valuePerImpressionMicros'
  const money = (micros: number) => formatMicros(micros, currency ?? 'EUR')
  const share = isMoney ? money((k / n) * 1_000) : formatPercent(k / n)
  return (
    <TableCell numeric>
      {n === 0 ? '–' : share}
      <span className="text-muted block text-xs">
        {isMoney ? money(k) : formatCount(k)} {isMoney ? 'in' : 'of'} {formatCount(n)}
      </span>
    </TableCell>
  )
}
