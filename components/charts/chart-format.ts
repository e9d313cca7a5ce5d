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

export function formatChartValue(value: number | null | undefined, unit: ChartUnit): string {
  switch (unit.kind) {
    case 'count':
      return formatCount(value)
    case 'ratio':
      return formatPercent(value, unit.digits ?? 2)
    case 'micros':
      return formatMicros(value, unit.currency)
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
  }
}

/** The unit as it stands beside an axis. */
export function unitLabel(unit: ChartUnit): string {
  return unit.kind === 'micros' ? `${unit.label} (${unit.currency})` : unit.label
}
