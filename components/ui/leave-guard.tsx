'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog'

interface LeaveGuardProps {
  /** Something would be lost. */
  when: boolean
  body?: string
}

/** Asks before a link, a reload or the closing of the tab throws away what is not saved. */
export function LeaveGuard({
  when,
  body = 'What you changed on this page is not saved yet.',
}: LeaveGuardProps) {
  const router = useRouter()
  const [href, setHref] = useState<string | null>(null)
  useEffect(() => {
    if (!when) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !leavesPage(link, event)) return
      event.preventDefault()
      // Before the router's own listener, which hears it at the root of the page.
      event.stopPropagation()
      setHref(link.pathname + link.search + link.hash)
    }
    window.addEventListener('beforeunload', warn)
    document.addEventListener('click', hold, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('click', hold, { capture: true })
    }
  }, [when])
  return (
    <ConfirmDialog
      open={href !== null}
      onOpenChange={(open) => !open && setHref(null)}
      title="Leave without saving?"
      body={body}
      confirmLabel="Leave without saving"
      danger
      onConfirm={() => {
        if (href !== null) router.push(href)
      }}
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
