import type { AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { escapeHtml } from './escape-html'
import { fitText, type TextBox } from './fit-text'
import { pickSources, writePicture } from './picture-sources'
import type { Layout } from './template'
import { bodyBox, ctaBox, disclaimerBox, headlineBox } from './text-boxes'

/** A ready piece of an ad, with what it weighs. */
export interface Fragment {
  readonly html: string
  readonly htmlBytes: number
  /** Bytes of the pictures it loads, 0 for text. */
  readonly pictureBytes: number
  /** Bytes that follow after the ad is shown: a video. */
  readonly laterBytes: number
}

export const NO_FRAGMENT: Fragment = { html: '', htmlBytes: 0, pictureBytes: 0, laterBytes: 0 }

const encoder = new TextEncoder()

export function countBytes(text: string): number {
  return encoder.encode(text).byteLength
}

export function toFragment(html: string, pictureBytes = 0, laterBytes = 0): Fragment {
  return { html, htmlBytes: countBytes(html), pictureBytes, laterBytes }
}

export function renderHeadline(asset: SnapshotAsset, layout: Layout): Fragment {
  return renderText('h', asset, layout, headlineBox)
}

export function renderBody(asset: SnapshotAsset, layout: Layout, hasDisclaimer: boolean): Fragment {
  return renderText('b', asset, layout, (each) => bodyBox(each, hasDisclaimer))
}

export function renderCta(asset: SnapshotAsset, layout: Layout): Fragment {
  return renderText('c', asset, layout, ctaBox)
}

export function renderDisclaimer(asset: SnapshotAsset, layout: Layout): Fragment {
  return renderText('d', asset, layout, (each) =>
    each.disclaimerLines > 0 ? disclaimerBox(each) : null,
  )
}

/** A picture in the class's place; nothing when it has no rendition of this size. */
export function renderPicture(
  className: 'i' | 'k' | 'l',
  asset: SnapshotAsset,
  size: AdSize,
  baseUrl: string,
): Fragment {
  const sources = pickSources(asset.renditions, size)
  if (!sources) return NO_FRAGMENT
  const alt = className === 'k' ? '' : asset.altText
  const html = writePicture(sources, { className, alt, baseUrl, isCropped: className !== 'l' })
  return toFragment(html, sources.heaviestBytes)
}

/**
 * Text in its box. Its font size and lines are custom properties, so that the style sheet of a fluid
 * ad can choose between those of the narrow and of the wide layout.
 */
function renderText(
  className: 'h' | 'b' | 'c' | 'd',
  asset: SnapshotAsset,
  layout: Layout,
  boxOf: (layout: Layout) => TextBox | null,
): Fragment {
  const text = asset.text ?? ''
  const box = boxOf(layout)
  const wideBox = layout.wide ? boxOf(layout.wide) : null
  if (text === '' || !box) return NO_FRAGMENT
  const fit = fitText(text, box)
  const wide = wideBox && fitText(text, wideBox)
  const style = [
    `--f:${fit.fontPx}px;--l:${fit.lines}`,
    wide ? `;--F:${wide.fontPx}px;--L:${wide.lines}` : '',
    fit.isBroken ? ';hyphens:auto' : '',
  ].join('')
  return toFragment(
    `<span class="${className}" dir="auto" style="${style}">${escapeHtml(text)}</span>`,
  )
}
