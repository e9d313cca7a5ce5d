import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatDuration } from '@/components/ui/format-date'
import {
  formatCount,
  formatInterval,
  formatMicros,
  formatPercent,
} from '@/components/ui/format-number'
import { Stat } from '@/components/ui/stat'
import type { Metric } from '@/lib/reporting/compute-metrics'
import type { Report } from '@/lib/reporting/report'

const rate = (metric: Metric) => ({
  value: formatPercent(metric.value),
  ...(metric.interval
    ? { interval: `${formatInterval(metric.interval.lower, metric.interval.upper)}, 95 %` }
    : {}),
})

/** The main figures of all arms together. */
export function ReportStats({ report }: { report: Report }) {
  const { counts, metrics } = report.totals
  const currency = report.currency ?? 'EUR'
  const needsCost = report.cpmMicros === null
  const noCost = (
    <Explain term="No cost entered">
      Enter what 1,000 impressions cost in step 1, and the cost per conversion and the return on ad
      spend appear.
    </Explain>
  )
  return (
    <Card title="All viewers together">
      <div className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 xl:grid-cols-5">
        <Stat label="Impressions" value={formatCount(counts.impressions)} />
        <Stat label="Viewable rate" {...rate(metrics.viewableRate)} />
        <Stat label="Click-through rate" {...rate(metrics.clickThroughRate)} />
        <Stat
          label="Conversions"
          value={formatCount(counts.conversions)}
          interval={formatMicros(counts.valueMicros, currency)}
        />
        <Stat label="Conversion rate, of clicks" {...rate(metrics.conversionRate)} />
        <Stat
          label="Cost per conversion (CPA)"
          value={formatMicros(metrics.costPerConversionMicros.value, currency)}
          {...(needsCost ? { explain: noCost } : {})}
        />
        <Stat
          label="Return on ad spend (ROAS)"
          value={
            metrics.returnOnAdSpend.value === null ? '–' : metrics.returnOnAdSpend.value.toFixed(2)
          }
          unit="×"
          {...(needsCost ? { explain: noCost } : {})}
        />
        <Stat
          label="Time on site"
          value={
            metrics.engagedMsPerVisit.value === null
              ? '–'
              : formatDuration(metrics.engagedMsPerVisit.value)
          }
          unit="per visit"
        />
        <Stat
          label="Pages"
          value={
            metrics.pagesPerVisit.value === null ? '–' : metrics.pagesPerVisit.value.toFixed(1)
          }
          unit="per visit"
        />
        <Stat label="Bounce rate" {...rate(metrics.bounceRate)} />
      </div>
    </Card>
  )
}
