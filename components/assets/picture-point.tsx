'use client'

import Image from 'next/image'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import type { AssetResponse } from '@/lib/assets/asset'

/** A spot on a picture, as ratios of its width and height. */
export interface Point {
  readonly x: number
  readonly y: number
}

interface PicturePointProps {
  picture: Pick<
    NonNullable<AssetResponse['picture']>,
    'url' | 'widthPx' | 'heightPx' | 'blurDataUrl'
  >
  altText: string
  /** What the spot is: "Focal point". */
  label: string
  /** Null while none is chosen. */
  point: Point | null
  disabled: boolean
  onPointChange: (point: Point) => void
  /** Whatever else lies on the picture. */
  children?: ReactNode
}

const STEP = 0.02
const BIG_STEP = 0.1
const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const CENTRE: Point = { x: 0.5, y: 0.5 }

/** The whole picture with a spot on it: click, drag or use the arrow keys. */
export function PicturePoint({
  picture,
  altText,
  label,
  point,
  disabled,
  onPointChange,
  children,
}: PicturePointProps) {
  const box = useRef<HTMLDivElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const { x, y } = point ?? CENTRE
  const set = (left: number, top: number) => onPointChange({ x: toRatio(left), y: toRatio(top) })
  const pick = (event: MouseEvent) => {
    const area = box.current?.getBoundingClientRect()
    if (!area || disabled) return
    set((event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height)
  }
  const moveByKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (!move || disabled) return
    event.preventDefault()
    const step = event.shiftKey ? BIG_STEP : STEP
    set(x + move[0] * step, y + move[1] * step)
  }
  const percent = (ratio: number) => `${Math.round(ratio * 100)} %`
  return (
    <div
      ref={box}
      className={cn(
        'bg-subtle relative mx-auto w-fit rounded-md select-none data-[active=true]:cursor-crosshair',
        point && 'touch-none',
      )}
      data-active={!disabled}
      // While there is no spot, a finger that lands on the picture may only be scrolling the page.
      onClick={(event) => {
        if (point === null && !isButton(event.target)) pick(event)
      }}
      onPointerDown={(event) => {
        if (disabled || point === null || isButton(event.target)) return
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
        thumb.current?.focus()
        pick(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) pick(event)
      }}
    >
      <Image
        unoptimized
        priority
        draggable={false}
        src={picture.url}
        alt={altText}
        width={picture.widthPx}
        height={picture.heightPx}
        className="block h-auto max-h-80 w-auto max-w-full rounded-md"
        style={{
          backgroundImage: picture.blurDataUrl ? `url(${picture.blurDataUrl})` : undefined,
          backgroundSize: 'cover',
        }}
      />
      {children}
      {point && (
        <div
          ref={thumb}
          role="slider"
          tabIndex={disabled ? -1 : 0}
          aria-label={label}
          aria-disabled={disabled}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(x * 100)}
          aria-valuetext={`${percent(x)} from the left, ${percent(y)} from the top`}
          onKeyDown={moveByKey}
          className="absolute size-8 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-black/20 shadow-[0_0_0_1px_rgb(0_0_0/0.55),inset_0_0_0_1px_rgb(0_0_0/0.55)]"
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
        >
          <span className="absolute inset-0 m-auto size-1.5 rounded-full bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.55)]" />
        </div>
      )}
    </div>
  )
}

const isButton = (target: EventTarget) =>
  target instanceof Element && target.closest('button') !== null

function toRatio(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}
