import { LRUCache } from 'lru-cache'

export const dayparts = ['night', 'morning', 'afternoon', 'evening'] as const
export type Daypart = (typeof dayparts)[number]

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

export interface TimeFields {
  /** 0-23 on the wall clock of the zone. */
  readonly hour: number
  readonly weekday: Weekday
  /** Night 0-5, morning 6-11, afternoon 12-17, evening 18-23. */
  readonly daypart: Daypart
  /** `YYYY-MM-DD` in the zone. */
  readonly date: string
}

interface ZoneClock {
  readonly format: Intl.DateTimeFormat
  minute: number
  fields: TimeFields
}

const minuteMs = 60_000
const clocks = new LRUCache<string, ZoneClock>({ max: 512 })

/**
 * Wall-clock fields at `nowMs` (since the epoch) in an IANA time zone; an unknown zone reads as
 * UTC, so that an ad is never lost to a setting. Within a minute the same object comes back:
 * no zone in use changes its offset inside one.
 */
export function deriveTimeFields(nowMs: number, timeZone: string): TimeFields {
  const minute = Math.floor(nowMs / minuteMs)
  const clock = clocks.get(timeZone)
  if (clock?.minute === minute) return clock.fields
  const format = clock?.format ?? createFormat(timeZone)
  const fields = readFields(format, minute * minuteMs)
  if (clock) {
    clock.minute = minute
    clock.fields = fields
  } else {
    clocks.set(timeZone, { format, minute, fields })
  }
  return fields
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    weekday: 'long',
  }
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
}

function readFields(format: Intl.DateTimeFormat, timeMs: number): TimeFields {
  const parts = new Map(format.formatToParts(timeMs).map(({ type, value }) => [type, value]))
  const hour = Number(parts.get('hour'))
  const name = parts.get('weekday')?.toLowerCase()
  return {
    hour,
    weekday: weekdays.find((weekday) => weekday === name) ?? 'monday',
    daypart: dayparts[Math.floor(hour / 6)] ?? 'night',
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
  }
}
