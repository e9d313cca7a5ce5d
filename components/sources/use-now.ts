'use client'

import { useEffect, useState } from 'react'

const REFRESH_MS = 15_000

/** The time, for words like "2 minutes ago" that have to grow old. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
