import { type Figure, isMet, type Target, type Unit } from './figure'
import { type Part, PART_TITLES } from './figures'
import type { Machine } from './machine'

const LABEL_WIDTH = 36
const VALUE_WIDTH = 14
const TARGET_WIDTH = 14

export function formatHeading(machine: Machine, at: Date): string {
  const { cores, cpuModel, node, system, loadAverage } = machine
  return [
    `Intarsia bench, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${cores} cores of ${cpuModel}, Node ${node}, ${system}, load average before ${loadAverage.toFixed(1)}`,
  ].join('\n')
}

/** One part: a title, and a line for each figure with its target and whether it was met. */
export function formatPart(part: Part, figures: readonly Figure[]): string {
  return [`\n${PART_TITLES[part]}`, ...figures.map(formatFigure)].join('\n')
}

/** The verdict under the table. */
export function formatVerdict(figures: readonly Figure[]): string {
  const judged = figures.filter(({ target }) => target)
  const missed = judged.filter(
    ({ value, target }) => !target || value === null || !isMet(value, target),
  )
  if (missed.length === 0) return `\nAll ${judged.length} targets met.`
  return `\n${judged.length - missed.length} of ${judged.length} targets met; missed: ${missed.map(({ label }) => label).join(', ')}.`
}

function formatFigure({ label, unit, value, target }: Figure): string {
  const measured = value === null ? 'not measured' : `${formatNumber(value, unit)} ${unit}`
  const verdict = target && value !== null ? (isMet(value, target) ? 'met' : 'MISSED') : ''
  const columns = [
    `  ${label.padEnd(LABEL_WIDTH)}`,
    measured.padStart(VALUE_WIDTH),
    (target ? formatTarget(target, unit) : '').padStart(TARGET_WIDTH),
    `  ${verdict}`,
  ]
  return columns.join('').trimEnd()
}

function formatTarget({ kind, value }: Target, unit: Unit): string {
  return `${kind === 'atLeast' ? '≥' : '≤'} ${value.toLocaleString('en')} ${unit}`
}

/** Three figures that mean something; whole numbers from a hundred on. */
function formatNumber(value: number, unit: Unit): string {
  const isCount = unit === 'B' || unit === 'rows'
  if (isCount || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}
