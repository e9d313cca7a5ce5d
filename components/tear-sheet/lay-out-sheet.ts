import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

/** So many ads fit a tear sheet that somebody still leafs through. */
export const MAX_SHEET_ADS = 60

export const CAPTION_PX = 40
const GAP_PX = 24
const MARGIN_PX = 40
const HEADER_PX = 56
/** A4 across at 96 CSS pixels an inch. */
export const PAGE = { widthPx: 1123, heightPx: 794 } as const

export interface PlacedAd {
  readonly index: number
  readonly leftPx: number
  readonly topPx: number
}

export interface SheetPage {
  readonly widthPx: number
  readonly heightPx: number
  readonly ads: readonly PlacedAd[]
}

export interface SheetLayout {
  /** What ads are drawn smaller by, at most 1. */
  readonly scale: number
  readonly pages: readonly SheetPage[]
}

/** Pages of A4 for a document, or one picture as high as it takes. */
export function layOutSheet(size: AdSize, count: number, form: 'pages' | 'picture'): SheetLayout {
  const { widthPx, heightPx } = AD_SIZES[size]
  const roomPx = PAGE.widthPx - 2 * MARGIN_PX
  const roomHighPx = PAGE.heightPx - 2 * MARGIN_PX - HEADER_PX
  const scale = Math.min(1, roomPx / widthPx, (roomHighPx - CAPTION_PX) / heightPx)
  const cell = { widthPx: widthPx * scale, heightPx: heightPx * scale + CAPTION_PX }
  const columns = Math.max(1, Math.floor((roomPx + GAP_PX) / (cell.widthPx + GAP_PX)))
  const rowsInAll = Math.ceil(count / columns)
  const rows =
    form === 'picture'
      ? rowsInAll
      : Math.max(1, Math.floor((roomHighPx + GAP_PX) / (cell.heightPx + GAP_PX)))
  const aPage = columns * rows
  const pages = Array.from({ length: Math.ceil(count / aPage) }, (_, page): SheetPage => {
    const length = Math.min(aPage, count - page * aPage)
    const ads = Array.from({ length }, (_, place) => ({
      index: page * aPage + place,
      leftPx: MARGIN_PX + (place % columns) * (cell.widthPx + GAP_PX),
      topPx: MARGIN_PX + HEADER_PX + Math.floor(place / columns) * (cell.heightPx + GAP_PX),
    }))
    const highPx = rows * (cell.heightPx + GAP_PX) - GAP_PX + 2 * MARGIN_PX + HEADER_PX
    return {
      widthPx: PAGE.widthPx,
      heightPx: form === 'picture' ? Math.ceil(highPx) : PAGE.heightPx,
      ads,
    }
  })
  return { scale, pages }
}
