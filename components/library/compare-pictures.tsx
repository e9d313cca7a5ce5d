'use client'

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import Image from 'next/image'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { AssetResponse } from '@/lib/assets/asset'
import { type Sight, WHOLE, moveSight, zoomSight } from './sight'

const KEY_STEP = 0.05
const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [KEY_STEP, 0],
  ArrowRight: [-KEY_STEP, 0],
  ArrowUp: [0, KEY_STEP],
  ArrowDown: [0, -KEY_STEP],
}

/** Pictures side by side, all at the same place and scale: zoom or drag one and the others follow. */
export function ComparePictures({ assets }: { assets: readonly AssetResponse[] }) {
  const [sight, setSight] = useState<Sight>(WHOLE)
  const percent = `${Math.round(sight.scale * 100)} %`
  return (
    <section aria-label="Pictures" className="space-y-2">
      <div className="flex items-center gap-1">
        <IconButton label="Smaller" size="sm" onClick={() => setSight(zoomSight(sight, 1 / 1.5))}>
          <ZoomOut aria-hidden />
        </IconButton>
        <span role="status" className="text-muted w-14 text-center text-xs tabular-nums">
          {percent}
        </span>
        <IconButton label="Larger" size="sm" onClick={() => setSight(zoomSight(sight, 1.5))}>
          <ZoomIn aria-hidden />
        </IconButton>
        <IconButton label="Whole" size="sm" onClick={() => setSight(WHOLE)}>
          <Maximize aria-hidden />
        </IconButton>
        <span className="text-muted text-xs max-sm:hidden">
          Scroll to zoom, drag or use the arrow keys to move
        </span>
      </div>
      <div
        className="grid gap-3"
        style={{
          gridTemplateColumns: `repeat(${assets.length > 2 ? 2 : assets.length}, minmax(0, 1fr))`,
        }}
      >
        {assets.map((asset) => (
          <Pane key={asset.id} asset={asset} sight={sight} onSight={setSight} />
        ))}
      </div>
    </section>
  )
}

interface PaneProps {
  asset: AssetResponse
  sight: Sight
  onSight: (sight: Sight) => void
}

function Pane({ asset, sight, onSight }: PaneProps) {
  const { picture, name, altText } = asset
  const [held, setHeld] = useState<{ x: number; y: number } | null>(null)
  if (!picture) return null
  const drag = (event: PointerEvent) => {
    if (!held) return
    const { width, height } = event.currentTarget.getBoundingClientRect()
    onSight(moveSight(sight, (event.clientX - held.x) / width, (event.clientY - held.y) / height))
    setHeld({ x: event.clientX, y: event.clientY })
  }
  const handleKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (move) onSight(moveSight(sight, ...move))
    else if (event.key === '+') onSight(zoomSight(sight, 1.5))
    else if (event.key === '-') onSight(zoomSight(sight, 1 / 1.5))
    else return
    event.preventDefault()
  }
  return (
    <figure className="min-w-0 space-y-1">
      <div
        tabIndex={0}
        role="group"
        aria-label={`${name}: move with the arrow keys, zoom with plus and minus`}
        className="bg-subtle aspect-4/3 cursor-grab touch-none overflow-hidden rounded-md active:cursor-grabbing"
        onKeyDown={handleKey}
        onWheel={(event) => onSight(zoomSight(sight, Math.exp(-event.deltaY / 400)))}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setHeld({ x: event.clientX, y: event.clientY })
        }}
        onPointerMove={drag}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
      >
        <Image
          unoptimized
          draggable={false}
          src={picture.url}
          alt={altText || name}
          width={picture.widthPx}
          height={picture.heightPx}
          data-testid="compared-picture"
          className="pointer-events-none size-full object-contain select-none"
          style={{
            transform: `translate(${sight.x * 100}%, ${sight.y * 100}%) scale(${sight.scale})`,
          }}
        />
      </div>
      <figcaption className="truncate text-sm font-medium">{name}</figcaption>
    </figure>
  )
}
