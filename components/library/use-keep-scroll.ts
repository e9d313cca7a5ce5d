'use client'

import { useEffect, useRef } from 'react'

const places = new Map<string, number>()

/** Back on a list, the page is where it was when it was left. */
export function useKeepScroll(listKey: string, isReady: boolean): void {
  const restored = useRef<string | null>(null)
  useEffect(() => {
    if (!isReady || restored.current === listKey) return
    // Only what was left by another page: a new filter begins at the top.
    const place = restored.current === null ? places.get(listKey) : undefined
    restored.current = listKey
    if (place === undefined || place === 0) return
    const frame = requestAnimationFrame(() => window.scrollTo({ top: place }))
    return () => cancelAnimationFrame(frame)
  }, [listKey, isReady])
  useEffect(() => {
    const note = () => places.set(listKey, window.scrollY)
    window.addEventListener('scroll', note, { passive: true })
    return () => window.removeEventListener('scroll', note)
  }, [listKey])
}
