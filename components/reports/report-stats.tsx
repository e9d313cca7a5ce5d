import { formatChartValue } from '@/components/charts/chart-format'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatInterval, formatMicros } from '@/components/ui/format-number'
import { Stat } from '@/components/ui/stat'
import type { Metrics } from '@/lib/reporting/compute-metrics'
import type { Report } from '@/lib/reporting/report'
import { metricChoice } from './metric-choices'

/** The main figures of all ads together, the static one included. */
export function ReportStats({ report }: { report: Report }) {
  const { counts } = report.totals
  const currency = report.currency ?? 'EUR'
  const spend = report.cpmMicros === null ? null : (counts.impressions / 1_000) * report.cpmMicros
  return (
    <Card title="All viewers together" description="The dynamic and the static ad in one.">
      <div className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 xl:grid-cols-5">
        <Stat
          label="Impressions"
          value={formatCount(counts.impressions)}
          {...(spend === null ? {} : { interval: `cost ${formatMicros(spend, currency)}` })}
          explain={
            <Explain term="Impression">
              The ad began to show in a browser. Bots, prefetching and hidden slots are not counted.
            </Explain>
          }
        />
        <Figure report={report} id="viewableRate" />
        <Figure report={report} id="clickThroughRate" />
        <Stat
          label="Conversions"
          value={formatCount(counts.conversions)}
          interval={`worth ${formatMicros(counts.valueMicros, currency)}`}
          explain={
            <Explain term="Conversion">
              What the campaign is for, such as an order: reported by the pixel on your pages or by
              your shop. The same order counts once.
            </Explain>
          }
        />
        <Figure report={report} id="conversionRate" />
        <Figure report={report} id="costPerConversionMicros" short="CPA" />
        <Figure report={report} id="returnOnAdSpend" short="ROAS" />
        <Figure report={report} id="engagedMsPerVisit" />
        <Figure report={report} id="pagesPerVisit" />
        <Figure report={report} id="bounceRate" />
      </div>
    </Card>
  )
}

interface FigureProps {
  report: Report
  id: keyof Metrics
  /** The trade's abbreviation. */
  short?: string
}

function Figure({ report, id, short }: FigureProps) {
  const { label, explanation, unit } = metricChoice(id)
  const { value, interval } = report.totals.metrics[id]
  const format = (one: number | null | undefined) =>
    formatChartValue(one, unit(report.currency ?? 'EUR'))
  return (
    <Stat
      label={short ? `${label} (${short})` : label}
      value={format(value)}
      {...(interval
        ? {
            interval: `${formatInterval(interval.lower, interval.upper, format)}, 95 % for one look`,
          }
        : {})}
      explain={<Explain term={label}>{explanation}</Explain>}
    />
  )
}
