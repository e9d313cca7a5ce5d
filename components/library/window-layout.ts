import type { LibraryLayout } from '@/lib/assets/library-view'
import type { Density } from './use-library-query'

export interface WindowLayout {
  readonly columns: number
  readonly rowPx: number
  readonly gapPx: number
}

const TILE_MIN_PX = { comfortable: 184, compact: 128 }
/** Name, state and facts under the picture; in the dense grid the name alone. */
const CAPTION_PX = { comfortable: 74, compact: 32 }
const TABLE_ROW_PX = { comfortable: 56, compact: 36 }
const GAP_PX = { comfortable: 12, compact: 8 }

/** How a list lies in a width: rows of one height, so that any of them can be jumped to. */
export function layOutWindow(
  layout: LibraryLayout,
  density: Density,
  widthPx: number,
): WindowLayout {
  if (layout === 'table') return { columns: 1, rowPx: TABLE_ROW_PX[density], gapPx: 0 }
  const gapPx = GAP_PX[density]
  const fitting = Math.floor((widthPx + gapPx) / (TILE_MIN_PX[density] + gapPx))
  const columns = Math.max(density === 'compact' ? 3 : 2, fitting)
  const tilePx = (widthPx - gapPx * (columns - 1)) / columns
  return { columns, rowPx: Math.round(tilePx * 0.75) + CAPTION_PX[density], gapPx }
}
