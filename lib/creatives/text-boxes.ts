import type { AssetKind } from '@/lib/decision/snapshot'
import type { TextBox } from './fit-text'
import type { Box, Layout } from './template'

export const LINE_HEIGHTS = { headline: 1.14, body: 1.32, cta: 1.2, disclaimer: 1.2 } as const
export const DISCLAIMER_FONT_PX = 9
export const DISCLAIMER_GAP_PX = 6
export const LOGO_GAP_PX = 10
export const RULE_PX = { height: 3, gap: 8 } as const
/** What a logo's chip adds on each side. */
export const LOGO_CHIP_PX = { x: 7, y: 4 } as const
/** From the corner of the picture that a logo lies on. */
export const LOGO_OFFSET_PX = 10
const SMALL_CTA_PX = 12
const LARGE_AREA_PX = 100_000
/** The arrow behind a call to action that is a link. */
const ARROW_EMS = 1.4

/** The room a text of this layout has. */
export function textWidthPx(layout: Layout): number {
  return layout.panel[2] - 2 * layout.paddingPx[1]
}

export function bodyGapPx(layout: Layout): number {
  return layout.headline.maxPx > 24 ? 8 : 4
}

/** Width and height of a logo at most. */
export function logoBoxPx({ panel, picture }: Layout): readonly [number, number] {
  const isLarge = Math.max(panel[2] * panel[3], picture[2] * picture[3]) >= LARGE_AREA_PX
  return isLarge ? [140, 44] : [96, 30]
}

/** Above and below, left and right of the button's text; small and wide buttons need less. */
export function ctaPaddingPx(layout: Layout): readonly [vertical: number, horizontal: number] {
  const { ctaPx, isCtaWide, side, ctaLook } = layout
  if (ctaLook === 'link') return [Math.round(ctaPx * 0.2), 0]
  const vertical = Math.round(ctaPx * 0.55)
  if (isCtaWide || ctaPx <= SMALL_CTA_PX) return [vertical, Math.round(ctaPx * 0.65)]
  return [vertical, Math.round(ctaPx * (side ? 0.9 : 1.1))]
}

/** Between a logo and a call to action in a column of their own. */
export function sideGapPx([, , , heightPx]: Box): number {
  return heightPx > 100 ? 22 : 8
}

export function ctaMarginPx({ side, ctaPx }: Layout): number {
  return side ? 0 : Math.round(ctaPx * 0.6)
}

export function ctaBox(layout: Layout): TextBox {
  const roomPx = layout.side ? layout.side[2] : textWidthPx(layout)
  const arrowPx = layout.ctaLook === 'link' ? ARROW_EMS * layout.ctaPx : 0
  return {
    widthPx: roomPx - 2 * ctaPaddingPx(layout)[1] - arrowPx,
    lines: 1,
    maxPx: layout.ctaPx,
    minPx: Math.min(10, layout.ctaPx),
    isBold: true,
    ...widthOf(layout, 'body'),
  }
}

/**
 * The headline has what the panel leaves after everything else that may be in it, so whatever
 * comes together never needs more than there is.
 */
export function headlineBox(layout: Layout): TextBox {
  const heightPx = panelHeightPx(layout) - reservedPx(layout)
  const lineHeight = LINE_HEIGHTS.headline
  return {
    ...layout.headline,
    ...{ widthPx: textWidthPx(layout), isBold: true, heightPx, lineHeight },
    ...widthOf(layout, 'heading'),
  }
}

/** With a disclaimer in the ad the body has one line less; null where it has no room at all. */
export function bodyBox(layout: Layout, hasDisclaimer: boolean): TextBox | null {
  if (!layout.body) return null
  const lines = layout.body.lines - (hasDisclaimer && layout.disclaimerLines > 0 ? 1 : 0)
  if (lines < 1) return null
  const lineHeight = LINE_HEIGHTS.body
  const widthPx = textWidthPx(layout)
  const width = widthOf(layout, 'body')
  return { ...layout.body, lines, widthPx, isBold: false, lineHeight, ...width }
}

export function disclaimerBox(layout: Layout): TextBox {
  const size = { maxPx: DISCLAIMER_FONT_PX, minPx: DISCLAIMER_FONT_PX }
  const lines = layout.disclaimerLines
  const widthPx = textWidthPx(layout)
  return { ...size, widthPx, lines, isBold: false, ...widthOf(layout, 'body') }
}

/** The room a kind of copy has in a layout; null where it has none. */
export function textBoxOf(kind: AssetKind, layout: Layout, hasDisclaimer = false): TextBox | null {
  if (layout.team) {
    const box = layout.team.boxes.get(kind)
    return box ? { ...box, ...widthOf(layout, kind === 'headline' ? 'heading' : 'body') } : null
  }
  if (kind === 'headline') return headlineBox(layout)
  if (kind === 'body') return bodyBox(layout, hasDisclaimer)
  if (kind === 'cta') return ctaBox(layout)
  return kind === 'disclaimer' && layout.disclaimerLines > 0 ? disclaimerBox(layout) : null
}

/** What a brand's fonts ask of a box. */
function widthOf({ fontRatios }: Layout, font: 'heading' | 'body') {
  return fontRatios ? { widthRatio: fontRatios[font] } : {}
}

function panelHeightPx({ panel, paddingPx }: Layout): number {
  return panel[3] - 2 * paddingPx[0]
}

/** What a logo takes of the panel's height: in it, or lying over its upper end. */
export function logoReservePx(layout: Layout): number {
  const heightPx = logoBoxPx(layout)[1] + 2 * LOGO_CHIP_PX.y + LOGO_GAP_PX
  if (layout.logo === 'panel') return heightPx
  const isOverPanel = layout.logo === 'picture' && layout.shade !== null
  return isOverPanel ? Math.max(0, heightPx + LOGO_GAP_PX - layout.paddingPx[0]) : 0
}

/** What may be in the panel beside the headline. */
function reservedPx(layout: Layout): number {
  const body = (hasDisclaimer: boolean): number => {
    const box = bodyBox(layout, hasDisclaimer)
    return box ? bodyGapPx(layout) + box.lines * box.maxPx * LINE_HEIGHTS.body : 0
  }
  const disclaimer =
    layout.disclaimerLines === 0
      ? 0
      : DISCLAIMER_GAP_PX + layout.disclaimerLines * DISCLAIMER_FONT_PX * LINE_HEIGHTS.disclaimer
  const cta = layout.side
    ? 0
    : ctaMarginPx(layout) + layout.ctaPx * LINE_HEIGHTS.cta + 2 * ctaPaddingPx(layout)[0]
  const logo = logoReservePx(layout)
  const rule = layout.hasRule ? RULE_PX.height + RULE_PX.gap : 0
  return Math.max(body(false), body(true) + disclaimer) + cta + logo + rule + 1
}
