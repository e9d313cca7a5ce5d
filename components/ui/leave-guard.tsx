'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog'

interface LeaveGuardProps {
  /** Something would be lost. */
  when: boolean
  title?: string
  body?: string
  confirmLabel?: string
}

/**
 * Asks before a link, the back button, a reload or the closing of the tab throws away what is not
 * saved. Only browsers with the Navigation API let a page hold the back button.
 */
export function LeaveGuard({
  when,
  title = 'Leave without saving?',
  body = 'What you changed on this page is not saved yet.',
  confirmLabel = 'Leave without saving',
}: LeaveGuardProps) {
  const router = useRouter()
  const [leave, setLeave] = useState<(() => void) | null>(null)
  const isLeaving = useRef(false)
  useEffect(() => {
    if (!when) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !leavesPage(link, event)) return
      event.preventDefault()
      // Before the router's own listener, which hears it at the root of the page.
      event.stopPropagation()
      const href = link.pathname + link.search + link.hash
      setLeave(() => () => router.push(href))
    }
    const holdBack = (event: NavigateEvent) => {
      const { key, url } = event.destination
      const isBack = event.navigationType === 'traverse' && event.cancelable
      if (!isBack || isLeaving.current || new URL(url).pathname === window.location.pathname) return
      event.preventDefault()
      setLeave(() => () => {
        isLeaving.current = true
        window.navigation.traverseTo(key)
      })
    }
    const navigation = 'navigation' in window ? window.navigation : null
    navigation?.addEventListener('navigate', holdBack)
    window.addEventListener('beforeunload', warn)
    document.addEventListener('click', hold, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('click', hold, { capture: true })
      navigation?.removeEventListener('navigate', holdBack)
    }
  }, [when, router])
  return (
    <ConfirmDialog
      // What was being saved meanwhile needs no question any more.
      open={when && leave !== null}
      onOpenChange={(open) => !open && setLeave(null)}
      title={title}
      body={body}
      confirmLabel={confirmLabel}
      danger
      onConfirm={() => leave?.()}
    />
  )
}

function leavesPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere =
    event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return (
    !opensElsewhere &&
    !event.defaultPrevented &&
    (link.target === '' || link.target === '_self') &&
    !link.hasAttribute('download') &&
    link.origin === window.location.origin &&
    link.pathname !== window.location.pathname
  )
}
