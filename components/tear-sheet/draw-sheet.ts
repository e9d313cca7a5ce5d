import { drawCreative, mountCreative } from '@/components/creatives/draw-creative'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import { CAPTION_PX, layOutSheet, type SheetPage } from './lay-out-sheet'

export interface SheetAd {
  readonly html: string
  /** Two lines under the ad: its name and its elements. */
  readonly name: string
  readonly elements: string
}

export interface SheetInput {
  readonly title: string
  readonly size: AdSize
  readonly ads: readonly SheetAd[]
  /** Called after each ad. */
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'
/** Browsers draw no canvas higher than this. */
const MAX_CANVAS_PX = 16_000

/** Draws the ads of a tear sheet in the browser, page by page or on one picture. */
export async function drawSheet(
  { title, size, ads, onProgress, signal }: SheetInput,
  form: 'pages' | 'picture',
): Promise<HTMLCanvasElement[]> {
  const { pages, scale } = layOutSheet(size, ads.length, form)
  const tallestPx = Math.max(...pages.map(({ heightPx }) => heightPx))
  const density = Math.max(1, Math.min(2, Math.floor(MAX_CANVAS_PX / tallestPx)))
  const canvases: HTMLCanvasElement[] = []
  let done = 0
  for (const [number, page] of pages.entries()) {
    const { canvas, context } = startPage(page, density)
    writeHeader(context, page, title, pages.length > 1 ? `${number + 1} of ${pages.length}` : '')
    for (const { index, leftPx, topPx } of page.ads) {
      signal.throwIfAborted()
      const ad = ads[index]
      if (!ad) continue
      const width = AD_SIZES[size].widthPx * scale
      const height = AD_SIZES[size].heightPx * scale
      context.drawImage(await drawAd(ad.html, size), leftPx, topPx, width, height)
      writeCaption(context, ad, leftPx, topPx + height, width)
      onProgress(++done)
    }
    canvases.push(canvas)
  }
  return canvases
}

async function drawAd(html: string, size: AdSize): Promise<HTMLCanvasElement> {
  const { frame, document: ad } = await mountCreative(html, size)
  try {
    return await drawCreative(ad, size, 2)
  } finally {
    frame.remove()
  }
}

function startPage({ widthPx, heightPx }: SheetPage, density: number) {
  const canvas = document.createElement('canvas')
  canvas.width = widthPx * density
  canvas.height = heightPx * density
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser can’t draw pictures.')
  context.scale(density, density)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, widthPx, heightPx)
  return { canvas, context }
}

function writeHeader(
  context: CanvasRenderingContext2D,
  { widthPx }: SheetPage,
  title: string,
  page: string,
): void {
  context.fillStyle = '#16181d'
  context.font = `600 22px ${FONT}`
  context.fillText(title, 40, 64, widthPx - 240)
  context.fillStyle = '#5b6270'
  context.font = `400 13px ${FONT}`
  context.textAlign = 'right'
  context.fillText(page, widthPx - 40, 64)
  context.textAlign = 'left'
}

function writeCaption(
  context: CanvasRenderingContext2D,
  { name, elements }: SheetAd,
  leftPx: number,
  bottomPx: number,
  widthPx: number,
): void {
  context.fillStyle = '#16181d'
  context.font = `600 12px ${FONT}`
  context.fillText(name, leftPx, bottomPx + 16, widthPx)
  context.fillStyle = '#5b6270'
  context.font = `400 10px ${FONT}`
  context.fillText(shorten(context, elements, widthPx), leftPx, bottomPx + CAPTION_PX - 10)
}

function shorten(context: CanvasRenderingContext2D, text: string, widthPx: number): string {
  if (context.measureText(text).width <= widthPx) return text
  let length = text.length
  while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > widthPx) length--
  return `${text.slice(0, length)}…`
}
