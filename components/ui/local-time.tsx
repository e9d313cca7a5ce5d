'use client'

import { useSyncExternalStore } from 'react'
import { formatDateTime } from './format-date'

const listenToNothing = () => () => undefined
const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** A moment on the reader's own clock; in UTC, and saying so, where that is not known yet. */
export function LocalTime({ time }: { time: string | number | Date }) {
  const timeZone = useSyncExternalStore(listenToNothing, ownTimeZone, () => null)
  return (
    <time dateTime={new Date(time).toISOString()}>
      {timeZone === null ? `${formatDateTime(time)} UTC` : formatDateTime(time, timeZone)}
    </time>
  )
}
