'use client'

import { Pin, PinOff } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

interface AdCardProps {
  index: number
  name: string
  size: AdSize
  widthPx: number
  /** Makes the ad's document: asked only once the card stays in view. */
  makeHtml: () => string
  caption: ReactNode
  isPinned?: boolean
  onPin?: () => void
  onOpen: () => void
}

/** A card that passes by while scrolling never becomes a frame. */
const SETTLE_MS = 80

export function AdCard({
  index,
  name,
  size,
  widthPx,
  makeHtml,
  caption,
  isPinned = false,
  onPin,
  onOpen,
}: AdCardProps) {
  const [isSettled, setIsSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [])
  const html = useMemo(() => (isSettled ? makeHtml() : null), [isSettled, makeHtml])
  const scale = Math.min(1, widthPx / AD_SIZES[size].widthPx)
  const heightPx = AD_SIZES[size].heightPx * scale
  return (
    <article className="flex h-full flex-col" style={{ width: widthPx }}>
      <div className="relative" style={{ height: heightPx }}>
        {html === null ? (
          <Skeleton className="h-full" />
        ) : (
          <CreativePreview html={html} size={size} decorative />
        )}
        <button
          type="button"
          data-ad={index}
          aria-label={`Open ${name}`}
          onClick={onOpen}
          className="hover:ring-accent absolute inset-0 cursor-zoom-in hover:ring-2"
        />
      </div>
      <div className="flex h-10 min-w-0 items-center justify-between gap-1">
        <div className="min-w-0 truncate text-xs">{caption}</div>
        {onPin && (
          <IconButton
            size="sm"
            label={isPinned ? `Take ${name} out of the comparison` : `Compare ${name}`}
            aria-pressed={isPinned}
            onClick={onPin}
          >
            {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          </IconButton>
        )}
      </div>
    </article>
  )
}
