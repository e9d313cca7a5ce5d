'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** How wide an element is and how far from the top of the page, in CSS pixels; 0 until known. */
export function useElementPlace(ref: RefObject<HTMLElement | null>): {
  widthPx: number
  topPx: number
} {
  const [place, setPlace] = useState({ widthPx: 0, topPx: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const read = () => {
      const { width, top } = element.getBoundingClientRect()
      const next = { widthPx: Math.round(width), topPx: Math.round(top + window.scrollY) }
      setPlace((last) => (last.widthPx === next.widthPx && last.topPx === next.topPx ? last : next))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    // What comes and goes above it moves it without changing its size.
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [ref])
  return place
}
