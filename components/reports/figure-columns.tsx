import { formatChartValue } from '@/components/charts/chart-format'
import type { DataColumn } from '@/components/ui/data-column'
import { Explain } from '@/components/ui/explain'
import { formatInterval } from '@/components/ui/format-number'
import type { Metrics } from '@/lib/reporting/compute-metrics'
import type { ReportRow } from '@/lib/reporting/report'
import { metricChoice } from './metric-choices'

/** Figures as columns: value, interval below it, and an explanation in the header. */
export function figureColumns<Row extends ReportRow>(
  currency: string,
  ids: readonly (keyof Metrics)[],
): DataColumn<Row>[] {
  return ids.map((id) => {
    const { label, explanation, unit } = metricChoice(id)
    const format = (value: number | null | undefined) => formatChartValue(value, unit(currency))
    return {
      id,
      header: label,
      explain: <Explain term={label}>{explanation}</Explain>,
      numeric: true,
      cell: ({ metrics }) => (
        <>
          {format(metrics[id].value)}
          {metrics[id].interval && (
            <span className="text-muted block text-xs">
              {formatInterval(metrics[id].interval.lower, metrics[id].interval.upper, format)}
            </span>
          )}
        </>
      ),
      sortValue: ({ metrics }) => metrics[id].value,
    }
  })
}
