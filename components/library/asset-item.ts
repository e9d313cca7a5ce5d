import type { MouseEvent } from 'react'
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
