import { drawCreative, mountCreative } from '@/components/creatives/draw-creative'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import {
  measureContrast,
  neededContrast,
  readScreenColor,
} from '@/lib/render-checks/measure-contrast'
import type { RenderFinding } from '@/lib/render-checks/render-check'

/** Fonts reach a little beyond their line; that is no text cut off. */
const SPARED_LINE_SHARE = 0.3
const SPARED_PX = 2

/** Draws an ad in this browser and tells what is wrong with its texts. */
export async function checkCreative(
  html: string,
  size: AdSize,
  assets: readonly SnapshotAsset[],
): Promise<RenderFinding[]> {
  const { frame, document: ad } = await mountCreative(html, size)
  try {
    const texts = assets.flatMap(({ kind, text }) => {
      const found = text === null ? null : findText(ad, text)
      return found ? [{ kind, ...found }] : []
    })
    const fit = texts.flatMap(({ kind, element, isWhole }) =>
      checkFit(kind, element, isWhole, size),
    )
    return [...fit, ...(await checkContrast(ad, size, texts))]
  } finally {
    frame.remove()
  }
}

interface FoundText {
  readonly element: HTMLElement
  /** False where the ad holds its beginning only. */
  readonly isWhole: boolean
}

/** The innermost element of a text; null where the size doesn't show it. */
function findText(ad: Document, text: string): FoundText | null {
  const wanted = squeeze(text)
  if (wanted === '') return null
  let shortened: FoundText | null = null
  for (const element of [...ad.body.querySelectorAll<HTMLElement>('*')].toReversed()) {
    const held = squeeze(element.textContent)
    if (held === wanted) return { element, isWhole: true }
    const isCut = /(?:…|\.\.\.)$/.test(held) && held.length > 4
    if (!shortened && isCut && wanted.startsWith(held.replace(/(?:…|\.\.\.)$/, ''))) {
      shortened = { element, isWhole: false }
    }
  }
  return shortened
}

/** Without what templates may put between letters: spaces, breaks and soft hyphens. */
function squeeze(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b\u2060-\u2069]/g, '')
}

function checkFit(
  part: AssetKind,
  element: HTMLElement,
  isWhole: boolean,
  size: AdSize,
): RenderFinding[] {
  const finding = (kind: 'overflow' | 'clipped', px: number): RenderFinding[] => [
    { kind, part, value: Math.round(px), needed: 0 },
  ]
  if (!isWhole) return finding('clipped', 0)
  const style = getStyle(element)
  const lineHeightPx = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize)
  const sparedPx = Math.max(SPARED_PX, lineHeightPx * SPARED_LINE_SHARE)
  const hiddenPx = Math.max(
    element.scrollHeight - element.clientHeight - sparedPx,
    element.scrollWidth - element.clientWidth - SPARED_PX,
  )
  // Inline elements have no inner size of their own.
  if (element.clientHeight > 0 && hiddenPx > 0) return finding('clipped', hiddenPx + SPARED_PX)
  const { widthPx, heightPx } = AD_SIZES[size]
  const outsidePx = Math.max(
    ...listRects(element).map(({ left, top, right, bottom }) =>
      Math.max(-left, right - widthPx, -top - sparedPx, bottom - heightPx - sparedPx),
    ),
    0,
  )
  return outsidePx > SPARED_PX ? finding('overflow', outsidePx) : []
}

async function checkContrast(
  ad: Document,
  size: AdSize,
  texts: readonly { kind: AssetKind; element: HTMLElement }[],
): Promise<RenderFinding[]> {
  const styles = texts.map(({ element }) => {
    const { color, fontSize, fontWeight } = getStyle(element)
    return { color: readScreenColor(color), fontSize, fontWeight, opacity: opacityOf(element) }
  })
  const hide = ad.createElement('style')
  hide.textContent =
    '*,*::before{color:transparent!important;-webkit-text-fill-color:transparent!important;text-shadow:none!important}'
  ad.head.append(hide)
  const canvas = await drawCreative(ad, size, 1)
  hide.remove()
  const context = canvas.getContext('2d')
  return texts.flatMap(({ kind, element }, index) => {
    const style = styles[index]
    if (!context || !style?.color) return []
    const ink = { ...style.color, alpha: style.color.alpha * style.opacity }
    const needed = neededContrast(Number.parseFloat(style.fontSize), Number(style.fontWeight))
    const seen = seenPartOf(element, size)
    const ratios = listRects(element).flatMap((rect) => {
      const left = Math.floor(Math.max(seen.left, rect.left))
      const top = Math.floor(Math.max(seen.top, rect.top))
      const width = Math.ceil(Math.min(seen.right, rect.right)) - left
      const height = Math.ceil(Math.min(seen.bottom, rect.bottom)) - top
      if (width <= 0 || height <= 0) return []
      return measureContrast(context.getImageData(left, top, width, height).data, ink) ?? []
    })
    const worst = Math.min(...ratios, 21)
    if (worst >= needed) return []
    return [{ kind: 'contrast' as const, part: kind, value: Math.floor(worst * 100) / 100, needed }]
  })
}

/** The lines of an element's text. */
function listRects(element: HTMLElement): DOMRect[] {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
}

interface SeenPart {
  left: number
  top: number
  right: number
  bottom: number
}

/** The part of the ad in which an element's text is not cut off. */
function seenPartOf(element: HTMLElement, size: AdSize): SeenPart {
  const { widthPx, heightPx } = AD_SIZES[size]
  const seen: SeenPart = { left: 0, top: 0, right: widthPx, bottom: heightPx }
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    if (getStyle(at).overflow === 'visible') continue
    const { left, top, right, bottom } = at.getBoundingClientRect()
    seen.left = Math.max(seen.left, left)
    seen.top = Math.max(seen.top, top)
    seen.right = Math.min(seen.right, right)
    seen.bottom = Math.min(seen.bottom, bottom)
  }
  return seen
}

function opacityOf(element: HTMLElement): number {
  let opacity = 1
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    opacity *= Number(getStyle(at).opacity)
  }
  return opacity
}

function getStyle(element: HTMLElement): CSSStyleDeclaration {
  return (element.ownerDocument.defaultView ?? window).getComputedStyle(element)
}
