'use client'

import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'
import { moveItem } from './move-item'
import { useDragOrder } from './use-drag-order'

interface OrderedItem {
  readonly id: string
  readonly name: string
}

interface OrderedListProps<Item extends OrderedItem> {
  /** What is listed and which end comes first. */
  'aria-label': string
  /** One of them, in lower case: "rule". */
  noun: string
  items: readonly Item[]
  canEdit: boolean
  onOrder: (items: Item[]) => void
  children: (item: Item) => ReactNode
  /** Behind the buttons that move it. `move` takes -1 for up, 1 for down. */
  actions: (item: Item, move: (by: -1 | 1) => void) => ReactNode
  /** Shown at the end of a row to everybody. */
  end?: (item: Item) => ReactNode
}

/** Rows whose order matters: moved by dragging, by their buttons and by arrow keys on the handle. */
export function OrderedList<Item extends OrderedItem>({
  noun,
  items,
  canEdit,
  onOrder,
  children,
  actions,
  end,
  ...props
}: OrderedListProps<Item>) {
  const [announcement, setAnnouncement] = useState('')
  const byId = new Map(items.map((item) => [item.id, item]))
  const sorted = (order: readonly string[]) => order.flatMap((id) => byId.get(id) ?? [])
  const drag = useDragOrder(
    items.map(({ id }) => id),
    (order) => onOrder(sorted(order)),
  )
  const move = (item: Item, by: -1 | 1, control: string) => {
    const from = items.indexOf(item)
    const to = from + by
    if (to < 0 || to >= items.length) return
    onOrder(moveItem(items, from, to))
    setAnnouncement(`${item.name} is now ${noun} ${to + 1} of ${items.length}`)
    // Moving a row in the document takes the focus away from it.
    requestAnimationFrame(() => document.getElementById(control)?.focus())
  }
  return (
    <>
      <ol className="divide-border divide-y" {...props}>
        {sorted(drag.order).map((item, index) => {
          const handleId = `${item.id}-handle`
          const moveByKey = (event: KeyboardEvent) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            move(item, event.key === 'ArrowUp' ? -1 : 1, handleId)
          }
          return (
            <li
              key={item.id}
              id={item.id}
              tabIndex={-1}
              className={cn(
                'bg-surface relative flex items-start gap-2 px-3 py-3 last:rounded-b-lg',
                drag.draggedId === item.id && 'shadow-popover z-10',
              )}
            >
              {canEdit && (
                <button
                  type="button"
                  id={handleId}
                  aria-label={`Move “${item.name}”: drag, or use the arrow keys`}
                  onPointerDown={drag.start(item.id)}
                  onKeyDown={moveByKey}
                  className="text-muted hover:text-foreground -ml-1 inline-flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm active:cursor-grabbing"
                >
                  <GripVertical aria-hidden className="size-4" />
                </button>
              )}
              <span
                aria-hidden
                className="text-muted w-4 shrink-0 pt-0.5 text-right text-sm tabular-nums max-sm:hidden"
              >
                {index + 1}
              </span>
              <div className="min-w-0 flex-1">{children(item)}</div>
              {canEdit && (
                <div className="flex shrink-0 items-center gap-1">
                  <MoveButtons
                    item={item}
                    isFirst={index === 0}
                    isLast={index === items.length - 1}
                    onMove={(by, control) => move(item, by, control)}
                  />
                  {actions(item, (by) => move(item, by, handleId))}
                </div>
              )}
              {end?.(item)}
            </li>
          )
        })}
      </ol>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  )
}

interface MoveButtonsProps {
  item: OrderedItem
  isFirst: boolean
  isLast: boolean
  /** `control` is the id of what should have the focus afterwards. */
  onMove: (by: -1 | 1, control: string) => void
}

function MoveButtons({ item, isFirst, isLast, onMove }: MoveButtonsProps) {
  return (
    <span className="flex items-center max-md:hidden">
      {(['up', 'down'] as const).map((way) => {
        const control = `${item.id}-${way}`
        const isEnd = way === 'up' ? isFirst : isLast
        return (
          <IconButton
            key={way}
            id={control}
            size="sm"
            label={`Move ${item.name} ${way}`}
            aria-disabled={isEnd}
            className={cn(isEnd && 'opacity-40')}
            onClick={() => onMove(way === 'up' ? -1 : 1, control)}
          >
            {way === 'up' ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
          </IconButton>
        )
      })}
    </span>
  )
}
