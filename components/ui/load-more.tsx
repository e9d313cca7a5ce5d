'use client'

import { useEffect, useRef } from 'react'
import { Button } from './button'

interface LoadMoreProps {
  shown: number
  hasMore: boolean
  loading: boolean
  /** The last try failed: now only the button tries again. */
  failed: boolean
  onMore: () => void
}

/** Foot of an endless list: loads on when it comes into sight; the button is for the keyboard. */
export function LoadMore({ shown, hasMore, loading, failed, onMore }: LoadMoreProps) {
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = foot.current
    if (!element || !hasMore || loading || failed) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore()
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [hasMore, loading, failed, onMore])
  return (
    <div
      ref={foot}
      className="border-border text-muted flex min-h-11 items-center justify-between gap-3 border-t px-4 py-2 text-sm"
    >
      <span role="status" className="tabular-nums">
        {loading ? 'Loading…' : failed ? 'More could not be loaded.' : `${shown} shown`}
      </span>
      {hasMore && (
        <Button size="sm" loading={loading} onClick={onMore}>
          {failed ? 'Try again' : 'Show more'}
        </Button>
      )}
    </div>
  )
}
