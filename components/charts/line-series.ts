import type { ChartUnit } from './chart-format'

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

export interface LineChartData {
  series: readonly LineSeries[]
  unit: ChartUnit
}
