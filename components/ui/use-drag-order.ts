'use client'

import { type PointerEvent as ReactPointerEvent, useState } from 'react'
import { moveItem } from './move-item'

interface Drag {
  id: string
  order: readonly string[]
}

/**
 * Dragging rows of an `<ol>` (their ids are the list's) by a handle inside, with a mouse, pen or finger. While it lasts `order`
 * is the list as it would be; the drop is reported once, with the new order.
 */
export function useDragOrder(ids: readonly string[], onDrop: (order: readonly string[]) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)

  const start = (id: string) => (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    const list = event.currentTarget.closest('ol')
    let order = ids
    setDrag({ id, order })
    // Rows move under the pointer, which would end a capture: the window sees every move.
    const move = ({ clientY }: PointerEvent) => {
      const next = moveItem(order, order.indexOf(id), findPlace(list, id, clientY))
      if (next.every((one, index) => one === order[index])) return
      order = next
      setDrag({ id, order })
    }
    const finish = (isDropped: boolean) => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', escape)
      setDrag(null)
      if (isDropped && order.some((one, index) => one !== ids[index])) onDrop(order)
    }
    const drop = () => finish(true)
    const cancel = () => finish(false)
    const escape = (key: KeyboardEvent) => {
      if (key.key === 'Escape') cancel()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', escape)
  }
  return { start, draggedId: drag?.id ?? null, order: drag?.order ?? ids }
}

/** How many of the other rows lie above the pointer. */
function findPlace(list: Element | null, id: string, clientY: number): number {
  return [...(list?.children ?? [])].filter((row) => {
    const { top, height } = row.getBoundingClientRect()
    return row.id !== id && top + height / 2 < clientY
  }).length
}
