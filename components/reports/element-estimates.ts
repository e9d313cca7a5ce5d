import type { Estimate } from '@/components/charts/estimate'
import type { Metrics } from '@/lib/reporting/compute-metrics'
import type { Report } from '@/lib/reporting/report'

type ElementRow = Report['elements'][number]

/** Below so many impressions an interval is so wide that it only squeezes the others' bars. */
const MIN_IMPRESSIONS = 50

interface ElementEstimates {
  /** The best first. */
  readonly estimates: Estimate[]
  /** Names of those that were shown too rarely to be drawn. */
  readonly tooRare: string[]
}

/** One figure of the elements of one slot, as a chart draws it. */
export function toElementEstimates(
  rows: readonly ElementRow[],
  metricId: keyof Metrics,
): ElementEstimates {
  const isRare = (row: ElementRow) => row.counts.impressions < MIN_IMPRESSIONS
  // As long as all are rare there is nothing to protect.
  const drawn = rows.every(isRare) ? rows : rows.filter((row) => !isRare(row))
  const estimates = drawn.flatMap((row): Estimate[] => {
    const { value, interval } = row.metrics[metricId]
    if (value === null) return []
    const { lower: low, upper: high } = interval ?? { lower: value, upper: value }
    const sampleSize = row.counts.impressions
    return [{ id: row.assetId, label: nameElement(row), value, low, high, sampleSize }]
  })
  return {
    estimates: estimates.toSorted((a, b) => b.value - a.value),
    tooRare: rows.filter((row) => !drawn.includes(row)).map(nameElement),
  }
}

export function nameElement({ assetName, assetId }: ElementRow): string {
  return assetName ?? assetId
}
