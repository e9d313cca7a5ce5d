import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { contrastRatio, mixColors } from './color-contrast'
import { fitText, type TextBox } from './fit-text'
import { layoutOf } from './layouts'
import { paletteOf } from './palette'
import { shadeOpacityAt, TEXT_OPACITY } from './shade'
import type { Layout } from './template'
import {
  bodyGapPx,
  ctaMarginPx,
  ctaPaddingPx,
  DISCLAIMER_GAP_PX,
  LINE_HEIGHTS,
  textBoxOf,
} from './text-boxes'

export type CopyKind = Extract<AssetKind, 'headline' | 'body' | 'cta' | 'disclaimer'>

/**
 * WCAG 2.2 contrast of a kind of copy over the plain colour it stands on; null where it lies on a
 * picture (`contrastOverPicture`), and in a team's own template, where only drawing it tells.
 */
export function contrastOverGround(design: Design, size: AdSize, kind: CopyKind): number | null {
  if (design.team) return null
  const { ground, text, button, buttonText, link } = paletteOf(design)
  const layout = layoutOf(design, size)
  if (kind === 'cta') {
    return layout.ctaLook === 'link'
      ? contrastRatio(link, ground)
      : contrastRatio(buttonText, button)
  }
  return layout.shade ? null : contrastOn(ground, text, kind)
}

/**
 * The least contrast of copy that lies on a picture, over its shade and the dominant colours: at
 * the end of the text that is shaded least. `below`: what stands under a headline, at its tallest.
 * Null if it does not lie on one, or the picture's colours are not known. An estimate: which of its
 * colours a picture has behind the text is only seen once it is rendered.
 */
export function contrastOverPicture(
  design: Design,
  size: AdSize,
  kind: Exclude<CopyKind, 'cta'>,
  text: SnapshotAsset,
  { pictureColors, below }: { pictureColors: readonly string[]; below: readonly SnapshotAsset[] },
): number | null {
  const layout = layoutOf(design, size)
  if (!layout.shade || pictureColors.length === 0) return null
  const opacity = shadeOpacityAt(layout.shade, reachOf(layout, size, text, below))
  const palette = paletteOf(design)
  return Math.min(
    ...pictureColors.map((color) =>
      contrastOn(mixColors(palette.ground, color, opacity), palette.text, kind),
    ),
  )
}

function contrastOn(ground: string, text: string, kind: Exclude<CopyKind, 'cta'>): number {
  const opacity = kind === 'headline' ? 1 : TEXT_OPACITY[kind]
  return contrastRatio(mixColors(text, ground, opacity), ground)
}

/** How far along the shade a text reaches: where it begins, seen from where the shade does. */
function reachOf(
  layout: Layout,
  size: AdSize,
  text: SnapshotAsset,
  below: readonly SnapshotAsset[],
): number {
  const { widthPx, heightPx } = AD_SIZES[size]
  if (layout.shade === 'to left') {
    return (widthPx - (layout.panel[0] + layout.panel[2] - layout.paddingPx[1])) / widthPx
  }
  const foot = heightPx - (layout.panel[1] + layout.panel[3]) + layout.paddingPx[0]
  const button = layout.side
    ? 0
    : ctaMarginPx(layout) + layout.ctaPx * LINE_HEIGHTS.cta + 2 * ctaPaddingPx(layout)[0]
  const tallest = new Map<AssetKind, number>()
  for (const asset of below) {
    tallest.set(asset.kind, Math.max(tallest.get(asset.kind) ?? 0, heightOf(layout, asset)))
  }
  const under = [...tallest.values()].reduce((sum, height) => sum + height, 0)
  return Math.min(1, (foot + button + under + heightOf(layout, text)) / heightPx)
}

/** How tall a piece of copy is in a layout, with the gap above it. */
function heightOf(layout: Layout, { kind, text }: SnapshotAsset): number {
  if (kind !== 'headline' && kind !== 'body' && kind !== 'disclaimer') return 0
  const box = textBoxOf(kind, layout)
  if (!box) return 0
  const { fontPx } = fitText(text ?? '', box)
  const exact = { ...box, maxPx: fontPx, minPx: fontPx }
  const gapPx = { headline: 0, body: bodyGapPx(layout), disclaimer: DISCLAIMER_GAP_PX }[kind]
  return gapPx + linesOf(text ?? '', exact) * fontPx * LINE_HEIGHTS[kind]
}

function linesOf(text: string, box: TextBox): number {
  for (let lines = 1; lines < box.lines; lines++) {
    if (fitText(text, { ...box, lines }).fits) return lines
  }
  return box.lines
}
