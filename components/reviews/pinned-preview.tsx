'use client'

import type { MouseEvent } from 'react'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { CreateReviewNote } from '@/lib/reviews/review'

type Pin = NonNullable<CreateReviewNote['pin']>

interface PinnedPreviewProps {
  html: string
  size: AdSize
  pins: readonly Pin[]
  onPin: (pin: Pin) => void
}

/** An ad on which a click puts a pin. */
export function PinnedPreview({ html, size, pins, onPin }: PinnedPreviewProps) {
  const place = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    // A key press has no place: the middle stands for it.
    const isKey = event.detail === 0
    const ratio = (at: number, from: number, length: number) =>
      isKey ? 0.5 : Math.min(1, Math.max(0, (at - from) / length))
    onPin({
      size,
      x: ratio(event.clientX, box.left, box.width),
      y: ratio(event.clientY, box.top, box.height),
    })
  }
  return (
    <figure className="max-w-full space-y-1" style={{ width: AD_SIZES[size].widthPx }}>
      <figcaption className="text-muted text-xs">{labelAdSize(size)}</figcaption>
      <div className="relative">
        <CreativePreview html={html} size={size} decorative />
        <button
          type="button"
          aria-label={`Put a pin on ${labelAdSize(size)}`}
          onClick={place}
          className="hover:ring-accent absolute inset-0 cursor-crosshair hover:ring-2"
        />
        {pins
          .filter((pin) => pin.size === size)
          .map(({ x, y }, index) => (
            <span
              key={`${x} ${y} ${index}`}
              aria-hidden
              className="bg-accent border-background pointer-events-none absolute size-3 -translate-1/2 rounded-full border-2"
              style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            />
          ))}
      </div>
    </figure>
  )
}
