'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { AdSize } from '@/lib/decision/ad-size'
import { layOutGrid } from './lay-out-grid'

interface AdGridProps {
  label: string
  count: number
  size: AdSize
  /** Its main button carries `data-ad={index}`, so that arrow keys find it. */
  renderAd: (index: number, widthPx: number) => ReactNode
  /** Scrolls here when it changes; null leaves the page where it is. */
  showIndex?: number | null
}

/** Any number of ads, of which only those in view exist. Arrow keys go from ad to ad. */
export function AdGrid({ label, count, size, renderAd, showIndex = null }: AdGridProps) {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ widthPx: 0, topPx: 0 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const { width, top } = element.getBoundingClientRect()
      setRoom({ widthPx: Math.floor(width), topPx: top + window.scrollY })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  const { columns, columnPx, rowPx, gapPx } = layOutGrid(size, room.widthPx)
  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(count / columns),
    estimateSize: () => rowPx + gapPx,
    overscan: 1,
    scrollMargin: room.topPx,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx, gapPx])
  useEffect(() => {
    if (showIndex !== null) {
      virtualizer.scrollToIndex(Math.floor(showIndex / columns), { align: 'center' })
    }
  }, [virtualizer, showIndex, columns])

  const [focus, setFocus] = useState<number | null>(null)
  useEffect(() => {
    if (focus === null) return
    virtualizer.scrollToIndex(Math.floor(focus / columns), { align: 'auto' })
    // The row may have to be drawn first.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>(`[data-ad="${focus}"]`)?.focus(),
      ),
    )
    return () => cancelAnimationFrame(frame)
  }, [virtualizer, focus, columns])
  const move = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset['ad']
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
    }
    const step = steps[event.key]
    if (from === undefined || step === undefined) return
    event.preventDefault()
    const next = Number(from) + step
    if (next >= 0 && next < count) setFocus(next)
  }
  return (
    <div ref={box} role="list" aria-label={label} onKeyDown={move} className="w-full">
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {room.widthPx > 0 &&
          virtualizer.getVirtualItems().map((row) => (
            <div
              key={row.key}
              role="presentation"
              className="absolute inset-x-0 top-0 grid"
              style={{
                transform: `translateY(${row.start - room.topPx}px)`,
                height: rowPx,
                gap: gapPx,
                gridTemplateColumns: `repeat(${columns}, ${columnPx}px)`,
              }}
            >
              {listIndexes(row.index * columns, columns, count).map((index) => (
                <div key={index} role="listitem" className="min-w-0">
                  {renderAd(index, columnPx)}
                </div>
              ))}
            </div>
          ))}
      </div>
    </div>
  )
}

function listIndexes(from: number, length: number, count: number): number[] {
  return Array.from({ length: Math.min(length, count - from) }, (_, offset) => from + offset)
}
