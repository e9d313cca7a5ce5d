import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'

/** ISO instant → `2026-11-24T09:00` as the clock on the wall of the time zone shows it. */
export function toWallTime(instant: string, timeZone: string): string {
  return format(new TZDate(Date.parse(instant), timeZone), "yyyy-MM-dd'T'HH:mm")
}

/** `2026-11-24T09:00` on the wall of the time zone → ISO instant; '' for an unreadable time. */
export function fromWallTime(wallTime: string, timeZone: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(wallTime)
  if (!match) return ''
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number)
  return new Date(new TZDate(year, month - 1, day, hour, minute, timeZone).getTime()).toISOString()
}
