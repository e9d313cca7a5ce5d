import type { AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { escapeHtml, escapeLink } from './escape-html'
import { fitText } from './fit-text'
import type { Layout } from './template'

/** A ready piece of an ad, with what it weighs. */
export interface Fragment {
  readonly html: string
  readonly htmlBytes: number
  /** Bytes of the picture it loads, 0 for text. */
  readonly pictureBytes: number
}

export const NO_FRAGMENT: Fragment = { html: '', htmlBytes: 0, pictureBytes: 0 }

const encoder = new TextEncoder()

export function countBytes(text: string): number {
  return encoder.encode(text).byteLength
}

export function toFragment(html: string, pictureBytes = 0): Fragment {
  return { html, htmlBytes: countBytes(html), pictureBytes }
}

export function renderHeadline(asset: SnapshotAsset, layout: Layout): Fragment {
  return renderText('h', asset, layout, layout.headline, true)
}

export function renderBody(asset: SnapshotAsset, layout: Layout, hasDisclaimer: boolean): Fragment {
  if (!layout.body) return NO_FRAGMENT
  const lines = layout.body.lines - (hasDisclaimer ? 1 : 0)
  return lines > 0 ? renderText('b', asset, layout, { ...layout.body, lines }, false) : NO_FRAGMENT
}

export function renderCta(asset: SnapshotAsset, layout: Layout): Fragment {
  const { fontPx } = fitText(asset.text ?? '', ctaBox(layout))
  return toFragment(
    `<span class="c" dir="auto" style="font-size:${fontPx}px">${escapeHtml(asset.text ?? '')}</span>`,
  )
}

export function renderDisclaimer(asset: SnapshotAsset, layout: Layout): Fragment {
  if (layout.disclaimerLines === 0) return NO_FRAGMENT
  return toFragment(
    `<span class="d" dir="auto" style="-webkit-line-clamp:${layout.disclaimerLines}">${escapeHtml(asset.text ?? '')}</span>`,
  )
}

/** A picture in the class's place; nothing when it has no rendition of this size. */
export function renderPicture(
  className: 'i' | 'k' | 'l',
  asset: SnapshotAsset,
  size: AdSize,
  baseUrl: string,
): Fragment {
  const forSize = asset.renditions.filter((rendition) => rendition.size === size)
  const webp = forSize.find((rendition) => rendition.format === 'webp')
  const fallback = forSize.find(({ format }) => format === 'jpeg' || format === 'png') ?? webp
  if (!fallback) return NO_FRAGMENT
  const link = (url: string): string => escapeLink(url.startsWith('/') ? baseUrl + url : url)
  const percent = (ratio = 0.5): number => Math.round(ratio * 100)
  const position =
    className === 'l'
      ? ''
      : ` style="object-position:${percent(fallback.focalX)}% ${percent(fallback.focalY)}%"`
  const img = `<img class="${className}" src="${link(fallback.url)}" width="${fallback.widthPx}" height="${fallback.heightPx}" alt="${escapeHtml(className === 'k' ? '' : asset.altText)}"${position}>`
  const html =
    webp && webp !== fallback ? `<source type="image/webp" srcset="${link(webp.url)}">${img}` : img
  return toFragment(`<picture>${html}</picture>`, (webp ?? fallback).fileSizeBytes)
}

/** The room a text of this layout has. */
export function textWidthPx(layout: Layout): number {
  return layout.panel[2] - 2 * layout.paddingPx[1]
}

const SMALL_CTA_PX = 12

/** Left and right of the button's text; small buttons and those as wide as their place need less. */
export function ctaPaddingPx(layout: Layout): number {
  if (layout.isCtaWide || layout.ctaPx <= SMALL_CTA_PX) return Math.round(layout.ctaPx * 0.65)
  return Math.round(layout.ctaPx * (layout.side ? 0.9 : 1.1))
}

export function ctaBox(layout: Layout) {
  const roomPx = layout.side ? layout.side[2] : textWidthPx(layout)
  return {
    widthPx: roomPx - 2 * ctaPaddingPx(layout),
    lines: 1,
    maxPx: layout.ctaPx,
    minPx: Math.min(10, layout.ctaPx),
    isBold: true,
  }
}

function renderText(
  className: 'h' | 'b',
  asset: SnapshotAsset,
  layout: Layout,
  box: { maxPx: number; minPx: number; lines: number },
  isBold: boolean,
): Fragment {
  const text = asset.text ?? ''
  const { fontPx } = fitText(text, { ...box, widthPx: textWidthPx(layout), isBold })
  return toFragment(
    `<span class="${className}" dir="auto" style="font-size:${fontPx}px;-webkit-line-clamp:${box.lines}">${escapeHtml(text)}</span>`,
  )
}
