import type { Estimate } from '@/components/charts/estimate'
import type { Metrics } from '@/lib/reporting/compute-metrics'
import type { Report } from '@/lib/reporting/report'

type ElementRow = Report['elements'][number]

/** Below so many impressions an interval is so wide that it only squeezes the others' bars. */
const MIN_IMPRESSIONS = 50

/** Figures of elements that are drawn without what the learner's favour does to them. */
const EVENED_OUT = ['clickThroughRate', 'conversionsPerImpression'] as const
type EvenedOut = (typeof EVENED_OUT)[number]

export function isEvenedOut(metricId: keyof Metrics): metricId is EvenedOut {
  return EVENED_OUT.some((id) => id === metricId)
}

interface ElementEstimates {
  /** The best first. */
  readonly estimates: Estimate[]
  /** Names of those that were shown too rarely to be drawn. */
  readonly tooRare: string[]
  /** Names of those that are drawn, but by little evidence. */
  readonly thin: string[]
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
    const { value, interval } = readFigure(row, metricId)
    if (value === null) return []
    const { lower: low, upper: high } = interval ?? { lower: value, upper: value }
    const sampleSize = row.counts.impressions
    return [{ id: row.assetId, label: nameElement(row), value, low, high, sampleSize }]
  })
  const isThin = (row: ElementRow) =>
    isEvenedOut(metricId) && Boolean(row.corrected[metricId]?.warning)
  return {
    estimates: estimates.toSorted((a, b) => b.value - a.value),
    tooRare: rows.filter((row) => !drawn.includes(row)).map(nameElement),
    thin: drawn.filter(isThin).map(nameElement),
  }
}

function readFigure(row: ElementRow, metricId: keyof Metrics) {
  if (!isEvenedOut(metricId)) return row.metrics[metricId]
  return row.corrected[metricId] ?? { value: null, interval: null }
}

export function nameElement({ assetName, assetId }: ElementRow): string {
  return assetName ?? assetId
}
