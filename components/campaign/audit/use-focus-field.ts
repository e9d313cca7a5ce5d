'use client'

import { useEffect } from 'react'

const MAX_FRAMES = 300

/** Puts the focus on a field of the open sheet, as soon as it is there. */
export function useFocusField(name: string | null): void {
  useEffect(() => {
    if (name === null) return
    let frame = 0
    let count = 0
    const look = () => {
      const field = document.querySelector<HTMLElement>(`[role=dialog] [name="${name}"]`)
      field?.scrollIntoView({ block: 'center' })
      field?.focus({ preventScroll: true })
      if (!field && count++ < MAX_FRAMES) frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [name])
}
