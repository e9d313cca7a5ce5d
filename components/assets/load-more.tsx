'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

interface LoadMoreProps {
  shown: number
  hasMore: boolean
  loading: boolean
  onMore: () => void
}

/** Foot of an endless list: loads on when it comes into sight; the button is for the keyboard. */
export function LoadMore({ shown, hasMore, loading, onMore }: LoadMoreProps) {
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = foot.current
    if (!element || !hasMore || loading) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore()
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [hasMore, loading, onMore])
  return (
    <div
      ref={foot}
      className="border-border text-muted flex min-h-11 items-center justify-between gap-3 border-t px-4 py-2 text-sm"
    >
      <span role="status" className="tabular-nums">
        {loading ? 'Loading…' : `${shown} shown`}
      </span>
      {hasMore && (
        <Button size="sm" loading={loading} onClick={onMore}>
          Show more
        </Button>
      )}
    </div>
  )
}
