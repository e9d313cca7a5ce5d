'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'

interface CreativePreviewProps {
  /** The whole document of an assembled creative, with root-relative pictures. */
  html: string
  size: AdSize
  /** Of a fluid ad, the width of its place. */
  widthPx?: number
  /** The accessible name of the frame. */
  title?: string
  /** Only to look at: not reached by pointer, keyboard or screen reader. */
  decorative?: boolean
  className?: string
}

/** An ad in a frame that can run nothing, in its own size or as small as the room makes it. */
export function CreativePreview({
  html,
  size,
  title = `The ad in ${labelAdSize(size)}`,
  decorative = false,
  widthPx = AD_SIZES[size].widthPx,
  className,
}: CreativePreviewProps) {
  const { heightPx } = AD_SIZES[size]
  const box = useRef<HTMLDivElement>(null)
  const [roomPx, setRoomPx] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setRoomPx(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const scale = roomPx === null ? 1 : Math.min(1, roomPx / widthPx)
  return (
    <div
      ref={box}
      inert={decorative}
      aria-hidden={decorative || undefined}
      className={cn('w-full overflow-hidden', className)}
      style={{ maxWidth: widthPx, height: heightPx * scale }}
    >
      {/* No scripts, forms or pop-ups. With the studio's origin pictures come from its cache. */}
      <iframe
        sandbox="allow-same-origin"
        srcDoc={html}
        title={title}
        width={widthPx}
        height={heightPx}
        tabIndex={decorative ? -1 : undefined}
        className="block max-w-none origin-top-left border-0 bg-white"
        style={{ transform: scale < 1 ? `scale(${scale})` : undefined }}
      />
    </div>
  )
}
