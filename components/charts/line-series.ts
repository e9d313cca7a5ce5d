import type { ChartUnit } from './chart-format'
import { niceTicks } from './nice-ticks'

export interface LinePoint {
  /** A day ("2026-11-23") or an instant in ms. */
  time: string | number
  value: number | null
  /** The interval of an estimate. */
  low?: number | null
  high?: number | null
}

export interface LineSeries {
  id: string
  label: string
  points: readonly LinePoint[]
  /** Drawn broken, for a benchmark or a target. */
  dashed?: boolean
}

export interface LineRow {
  time: number
  cells: Record<string, { value: number | null; band: [number, number] | null }>
}

/** All series on one time axis: a row for each time that any of them has, in order. */
export function mergeSeries(series: readonly LineSeries[]): LineRow[] {
  const rows = new Map<number, LineRow>()
  for (const { id, points } of series) {
    for (const point of points) {
      const time = new Date(point.time).getTime()
      const row = rows.get(time) ?? { time, cells: {} }
      const { value, low = null, high = null } = point
      row.cells[id] = { value, band: low === null || high === null ? null : [low, high] }
      rows.set(time, row)
    }
  }
  return [...rows.values()].sort((a, b) => a.time - b.time)
}

/** Round ticks from zero (or below) that take in every value and band. */
export function seriesTicks(series: readonly LineSeries[]): number[] {
  const ends = series
    .flatMap(({ points }) => points.flatMap(({ value, low, high }) => [value, low, high]))
    .filter((end) => typeof end === 'number')
  return niceTicks(Math.min(0, ...ends), Math.max(0, ...ends))
}

export interface LineChartData {
  series: readonly LineSeries[]
  unit: ChartUnit
}
