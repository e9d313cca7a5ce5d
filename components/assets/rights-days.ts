/** Midnight at the start of a day (`2026-11-28`) on the reader's clock, as a moment; null without. */
export function startOfDay(day: string): string | null {
  return day === '' ? null : new Date(`${day}T00:00:00`).toISOString()
}

/** The moment after the last of a day: rights end just before it. */
export function endOfDay(day: string): string | null {
  if (day === '') return null
  const end = new Date(`${day}T00:00:00`)
  end.setDate(end.getDate() + 1)
  return end.toISOString()
}

/** The first day of rights that begin at this moment. */
export function firstDay(moment: string | null): string {
  return moment === null ? '' : toDay(new Date(moment))
}

/** The last day of rights that end at this moment. */
export function lastDay(moment: string | null): string {
  return moment === null ? '' : toDay(new Date(Date.parse(moment) - 1))
}

function toDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
