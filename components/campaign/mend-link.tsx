'use client'

import Link from 'next/link'
import type { MouseEvent } from 'react'

interface MendLinkProps {
  /** The page and anchor of the field, as `hrefOfIssue` gives it. */
  href: string
  /** What is to be mended: tells links apart for those who hear them. */
  message: string
  onFollow?: () => void
}

/** Leads to the field of an issue and puts the focus there, on this page as on another. */
export function MendLink({ href, message, onFollow }: MendLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onFollow?.()
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
    const target = new URL(href, window.location.href)
    if (!isPlain || target.pathname !== window.location.pathname) return
    // The router changes the address of the same page silently; the field waits for the event.
    event.preventDefault()
    window.location.hash = target.hash
    window.dispatchEvent(new Event('hashchange'))
  }
  return (
    <Link href={href} className="text-accent shrink-0 font-medium underline" onClick={follow}>
      Mend it<span className="sr-only">: {message}</span>
    </Link>
  )
}
