const locale = 'en-GB'

/** "23 Nov 2026" in the given time zone. */
export function formatDate(time: Date | number | string, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(time))
}

/** "23 Nov 2026, 14:05" in the given time zone. */
export function formatDateTime(time: Date | number | string, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(time))
}

const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 hours ago", "in 2 days", "now". */
export function formatRelative(time: Date | number | string, now: number): string {
  const elapsedMs = new Date(time).getTime() - now
  const formatter = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  const step = steps.find(([, ms]) => Math.abs(elapsedMs) >= ms)
  return step ? formatter.format(Math.trunc(elapsedMs / step[1]), step[0]) : 'now'
}

/** 950 → "950 ms", 61000 → "1 min 1 s". */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`
  const seconds = Math.round(durationMs / 1000)
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ]
  const shown = parts.filter(([amount]) => amount > 0).slice(0, 2)
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ')
}
