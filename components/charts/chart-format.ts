import { formatDuration } from '@/components/ui/format-date'
import {
  formatCompact,
  formatCount,
  formatMicros,
  formatPercent,
} from '@/components/ui/format-number'

/** What a chart's numbers are, which decides how axis, tooltip and table write them. */
export type ChartUnit =
  | { kind: 'count'; label: string }
  | { kind: 'ratio'; label: string; digits?: number }
  | { kind: 'micros'; label: string; currency: string }
  /** How many times, such as a return on ad spend. */
  | { kind: 'factor'; label: string; suffix?: string }
  /** Milliseconds. */
  | { kind: 'duration'; label: string }

export function formatChartValue(value: number | null | undefined, unit: ChartUnit): string {
  switch (unit.kind) {
    case 'count':
      return formatCount(value)
    case 'ratio':
      return formatPercent(value, unit.digits ?? 2)
    case 'micros':
      return formatMicros(value, unit.currency)
    case 'factor':
      return formatFactor(value, unit.suffix)
    case 'duration':
      return value === null || value === undefined ? '–' : formatDuration(value)
  }
}

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 })

export function formatAxisValue(value: number, unit: ChartUnit): string {
  switch (unit.kind) {
    case 'count':
      return formatCompact(value)
    case 'ratio':
      return percent.format(value)
    case 'micros':
      return formatCompact(value / 1e6)
    case 'factor':
      return formatCompact(value)
    case 'duration':
      return formatCompact(value / 1_000)
  }
}

/** The unit as it stands beside an axis. */
export function unitLabel(unit: ChartUnit): string {
  if (unit.kind === 'micros') return `${unit.label} (${unit.currency})`
  return unit.kind === 'duration' ? `${unit.label} (seconds)` : unit.label
}

const factor = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

function formatFactor(value: number | null | undefined, suffix = ' ×'): string {
  return value === null || value === undefined ? '–' : `${factor.format(value)}${suffix}`
}
