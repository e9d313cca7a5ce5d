import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

/** Wider ads are shown smaller, so that several fit beside each other. */
const WIDEST_PX = 460
/** Room for the words under the narrowest. */
const NARROWEST_PX = 168
const CAPTION_PX = 44
export const GRID_GAP_PX = 16

export interface GridLayout {
  readonly columns: number
  readonly columnPx: number
  /** Height of a row without the gap after it. */
  readonly rowPx: number
  readonly gapPx: number
}

/** Columns and rows for ads of one size in a room so wide. */
export function layOutGrid(size: AdSize, roomPx: number): GridLayout {
  const { widthPx, heightPx } = AD_SIZES[size]
  const wishedPx = Math.max(NARROWEST_PX, Math.min(widthPx, WIDEST_PX))
  const columns = Math.max(1, Math.floor((roomPx + GRID_GAP_PX) / (wishedPx + GRID_GAP_PX)))
  const columnPx = Math.max(1, Math.min(wishedPx, roomPx))
  const scale = Math.min(1, columnPx / widthPx)
  const rowPx = Math.ceil(heightPx * scale) + CAPTION_PX
  return { columns, columnPx, rowPx, gapPx: GRID_GAP_PX }
}
