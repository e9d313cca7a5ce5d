import type { DragEvent, MouseEvent } from 'react'
import type { AssetResponse } from '@/lib/assets/asset'
import type { Density } from './use-library-query'

/** What a tile of the grid and a row of the table are given. */
export interface AssetItemProps {
  index: number
  /** Not there yet: a skeleton stands in its place. */
  asset: AssetResponse | undefined
  density: Density
  /** Of all items, the one that Tab leads to. */
  isActive: boolean
  isSelected: boolean
  canSelect: boolean
  dragIds: ((asset: AssetResponse) => string[]) | null
  onPick: (index: number, event: MouseEvent) => void
  onToggle: (index: number, isRange: boolean) => void
}

/** The kind of data that dragged assets are. */
export const DRAG_TYPE = 'application/x-intarsia-assets'

/** How a tile and a row of an asset are picked, and dragged with all that is selected. */
export function handleProps(
  { index, isSelected, canSelect, dragIds, onPick }: AssetItemProps,
  asset: AssetResponse,
) {
  return {
    'data-asset': asset.id,
    'aria-selected': canSelect ? isSelected : undefined,
    draggable: dragIds !== null,
    onDragStart(event: DragEvent) {
      event.dataTransfer.setData(DRAG_TYPE, JSON.stringify(dragIds?.(asset) ?? []))
      event.dataTransfer.effectAllowed = 'copy'
    },
    onClick: (event: MouseEvent) => onPick(index, event),
  }
}
