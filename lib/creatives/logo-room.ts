import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import type { Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { layoutOf } from './layouts'
import { pickSources } from './picture-sources'
import { type Box, type Layout, type TemplateName, WIDE_PX } from './template'
import {
  ctaMarginPx,
  ctaPaddingPx,
  LINE_HEIGHTS,
  LOGO_CHIP_PX,
  LOGO_GAP_PX,
  LOGO_OFFSET_PX,
  logoBoxPx,
  logoReservePx,
  RULE_PX,
  sideGapPx,
} from './text-boxes'

/** How a logo is shown in one ad size, in CSS pixels. */
export interface LogoRoom {
  readonly widthPx: number
  readonly heightPx: number
  /**
   * What is free on every side of it at least: to text, button, the AdChoices mark and the ad's
   * edge. The picture it may lie on and its own chip of the ground's colour count as free.
   */
  readonly clearPx: number
}

/** Of the mark in the upper corner: see WHY_RULES. */
const MARK_PX = { width: 24, height: 16 } as const

/** Whether a logo stands on the ground itself, without a chip of its colour. */
export function isBareLogo(template: TemplateName, { logo }: Layout): boolean {
  return (template === 'classic' || template === 'editorial') && logo !== 'picture'
}

/**
 * The least room a logo has in an ad of a size, whatever comes with it. Null where it is not shown,
 * and in a team's own template, whose places are known only once it is drawn.
 */
export function measureLogo(
  { template, team }: Pick<Design, 'template' | 'team'>,
  size: AdSize,
  logo: Pick<SnapshotAsset, 'renditions'>,
): LogoRoom | null {
  const [picture] = pickSources(logo.renditions, size)?.fallback ?? []
  if (team || !picture) return null
  const density = picture.density ?? 1
  const pixels = [picture.widthPx / density, picture.heightPx / density] as const
  const layout = layoutOf({ template }, size)
  const { widthPx, heightPx } = AD_SIZES[size]
  const rooms = [
    measureIn(template, layout, [widthPx, heightPx], pixels),
    layout.wide ? measureIn(template, layout.wide, [WIDE_PX, heightPx], pixels) : null,
  ].filter((room) => room !== null)
  const least = (read: (room: LogoRoom) => number) => Math.min(...rooms.map(read))
  return rooms.length === 0
    ? null
    : {
        widthPx: least((room) => room.widthPx),
        heightPx: least((room) => room.heightPx),
        clearPx: least((room) => room.clearPx),
      }
}

type Size = readonly [widthPx: number, heightPx: number]

function measureIn(
  template: TemplateName,
  layout: Layout,
  [adWidthPx, adHeightPx]: Size,
  [pixelWidth, pixelHeight]: Size,
): LogoRoom | null {
  if (!layout.logo) return null
  const [maxWidthPx, maxHeightPx] = logoBoxPx(layout)
  const scale = Math.min(1, maxWidthPx / pixelWidth, maxHeightPx / pixelHeight)
  const shown: Size = [pixelWidth * scale, pixelHeight * scale]
  const chip: Size = isBareLogo(template, layout) ? [0, 0] : [LOGO_CHIP_PX.x, LOGO_CHIP_PX.y]
  const { logo, others } = placeLogo(layout, shown, chip)
  const [left, top, width, height] = logo
  const mark: Box = [adWidthPx - MARK_PX.width, 0, MARK_PX.width, MARK_PX.height]
  const clearPx = Math.min(
    ...[left, top, adWidthPx - left - width, adHeightPx - top - height],
    ...[...others, mark].map((other) => distanceOf(logo, other)),
  )
  return { widthPx: shown[0], heightPx: shown[1], clearPx: Math.max(0, clearPx) }
}

/** Where a logo of a size lies when the ad is full, and what lies around it. */
function placeLogo(
  layout: Layout,
  [width, height]: Size,
  [chipX, chipY]: Size,
): { logo: Box; others: Box[] } {
  const { panel, paddingPx, picture, side } = layout
  const [padY, padX] = paddingPx
  const text: Box = [panel[0] + padX, panel[1] + padY, panel[2] - 2 * padX, panel[3] - 2 * padY]
  if (layout.logo === 'picture') {
    const left = picture[0] + LOGO_OFFSET_PX + chipX
    const top = picture[1] + LOGO_OFFSET_PX + chipY
    const reserve = layout.shade ? logoReservePx(layout) : 0
    const below: Box = [text[0], text[1] + reserve, text[2], text[3] - reserve]
    return { logo: [left, top, width, height], others: [below, ...(side ? [side] : [])] }
  }
  if (layout.logo === 'side' && side) {
    const buttonPx =
      layout.ctaPx * LINE_HEIGHTS.cta + 2 * ctaPaddingPx(layout)[0] + ctaMarginPx(layout)
    const wholePx = height + 2 * chipY + sideGapPx(side) + buttonPx
    const top = side[1] + (side[3] - wholePx) / 2 + chipY
    const button: Box = [side[0], top + height + chipY + sideGapPx(side), side[2], buttonPx]
    return { logo: [side[0] + (side[2] - width) / 2, top, width, height], others: [text, button] }
  }
  // In the panel it comes first, under the short line where there is one.
  const line: Box = [text[0], text[1], text[2], RULE_PX.height]
  const top = text[1] + (layout.hasRule ? RULE_PX.height + RULE_PX.gap : 0) + chipY
  const left = layout.align === 'center' ? text[0] + (text[2] - width) / 2 : text[0] + chipX
  const headlineTop = top + height + chipY + LOGO_GAP_PX
  const headline: Box = [text[0], headlineTop, text[2], text[1] + text[3] - headlineTop]
  return {
    logo: [left, top, width, height],
    others: [headline, ...(layout.hasRule ? [line] : []), ...(side ? [side] : [])],
  }
}

/** By how much the first box may grow on every side before it touches the second. */
function distanceOf([x, y, width, height]: Box, [left, top, otherWidth, otherHeight]: Box): number {
  const across = Math.max(left - (x + width), x - (left + otherWidth))
  const along = Math.max(top - (y + height), y - (top + otherHeight))
  return Math.max(across, along)
}
