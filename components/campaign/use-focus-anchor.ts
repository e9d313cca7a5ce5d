'use client'

import { useEffect } from 'react'

/** "Mend it" links name a control by its id: brings it into view and puts the focus there. */
export function useFocusAnchor(): void {
  useEffect(() => {
    const focus = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
      if (!target) return
      target.scrollIntoView({ block: 'center' })
      target.focus({ preventScroll: true })
    }
    focus()
    window.addEventListener('hashchange', focus)
    return () => window.removeEventListener('hashchange', focus)
  }, [])
}
