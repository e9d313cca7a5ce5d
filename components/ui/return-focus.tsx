'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Where the focus goes when a dialog or sheet closes. Radix gives it back to a trigger only; those
 * that are opened by state alone have none. `onCloseAutoFocus` belongs on the content, and
 * `<RememberOpener openerRef={opener} />` inside it.
 */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null)
  const onCloseAutoFocus = (event: Event) => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    // Whoever moved the focus on purpose, to a field to mend for instance, keeps it.
    if (!isLost || !(opener.current instanceof HTMLElement) || !opener.current.isConnected) return
    event.preventDefault()
    opener.current.focus()
  }
  return { opener, onCloseAutoFocus }
}

/** Notes what had the focus before the content took it: in the render, as autofocus comes next. */
export function RememberOpener({ openerRef }: { openerRef: RefObject<Element | null> }) {
  const [before] = useState(findOpener)
  useEffect(() => {
    openerRef.current = before
  }, [openerRef, before])
  return null
}

/** What has the focus; of an item in a menu, which goes away, the button that opened the menu. */
function findOpener(): Element | null {
  if (typeof document === 'undefined') return null
  const menu = document.activeElement?.closest('[role="menu"]')
  const buttonId = menu?.getAttribute('aria-labelledby')
  return buttonId ? document.getElementById(buttonId) : document.activeElement
}
