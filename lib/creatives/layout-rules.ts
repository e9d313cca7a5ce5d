import type { Design } from '@/lib/decision/snapshot'
import { withOpacity } from './color-contrast'
import { isBareLogo } from './logo-room'
import type { Palette } from './palette'
import { SHADE_STOPS } from './shade'
import type { Box, Layout, TemplateName } from './template'
import {
  bodyGapPx,
  ctaMarginPx,
  ctaPaddingPx,
  DISCLAIMER_GAP_PX,
  LOGO_CHIP_PX,
  LOGO_GAP_PX,
  LOGO_OFFSET_PX,
  logoBoxPx,
  RULE_PX,
  sideGapPx,
} from './text-boxes'

type Place = (box: Box) => string

/**
 * Where one layout puts everything. With `wholePx`, the width its boxes are drawn for, they are
 * shares of the ad's width. Boxes begin where lines begin: right to left the ad is mirrored.
 */
export function writeLayoutRules(
  design: Design,
  layout: Layout,
  palette: Palette,
  wholePx: number | null,
): string {
  const place: Place = (box) => `position:absolute;${writePlace(box, wholePx)}`
  const { panel, paddingPx, side, justify, align, isCtaWide } = layout
  const items = isCtaWide ? 'stretch' : align === 'center' ? 'center' : 'flex-start'
  const besideSide = side ? `width:${share(side[0] - 5, wholePx)}` : 'width:auto;inset-inline-end:0'
  return [
    pictureRules(design.template, layout, palette, place),
    `.p{${place(panel)};align-items:${items};justify-content:${justify};padding:${paddingPx[0]}px ${paddingPx[1]}px;text-align:${align}}`,
    // Without a picture the text has its room too, beside a bar of the accent colour.
    `.n .p{inset-inline-start:0;top:0;${besideSide};height:100%;justify-content:center}`,
    `.n{border-inline-start:5px solid ${palette.button}}`,
    layout.hasRule
      ? `.t::before{content:"";display:block;width:28px;height:${RULE_PX.height}px;margin-bottom:${RULE_PX.gap}px;background:${palette.button}}`
      : '.t::before{display:none}',
    `.b{margin-top:${bodyGapPx(layout)}px}`,
    ctaRules(layout, palette),
    `.d{margin-top:${DISCLAIMER_GAP_PX}px}`,
    side ? `.s{${writePlace(side, wholePx)};gap:${sideGapPx(side)}px}` : '',
    logoRules(design, layout, wholePx),
    productRules(layout, palette),
  ].join('')
}

function share(px: number, wholePx: number | null): string {
  return wholePx === null ? `${px}px` : `${Math.round((px / wholePx) * 10_000) / 100}%`
}

function writePlace([left, top, width, height]: Box, wholePx: number | null): string {
  return `inset-inline-start:${share(left, wholePx)};top:${top}px;width:${share(width, wholePx)};height:${height}px`
}

const ROUNDED: ReadonlySet<TemplateName> = new Set(['editorial', 'spotlight', 'grid'])

function pictureRules(
  template: TemplateName,
  layout: Layout,
  palette: Palette,
  place: Place,
): string {
  const radius = layout.picture[3] > 90 ? 10 : 6
  const rounded = !ROUNDED.has(template)
    ? ''
    : template === 'editorial'
      ? ';border-radius:3px'
      : `;border-radius:${radius}px`
  const base = `.i{${place(layout.picture)}${rounded}}`
  if (!layout.shade) return `${base}.g{display:none}`
  const gradient = SHADE_STOPS[layout.shade].map(
    ([opacity, at]) => `${withOpacity(palette.ground, opacity)} ${at}%`,
  )
  const towards = `${layout.shade},${gradient.join(',')}`
  const mirrored =
    layout.shade === 'to left' ? '[dir=rtl] .g{transform:scaleX(-1)}' : '.g{transform:none}'
  return `${base}.g{display:block;position:absolute;inset:0;background:linear-gradient(${towards})}${mirrored}`
}

function ctaRules(layout: Layout, palette: Palette): string {
  const [vertical, horizontal] = ctaPaddingPx(layout)
  const margin = `margin-top:${ctaMarginPx(layout)}px`
  if (layout.ctaLook === 'link') {
    return `.c{${margin};padding:${vertical}px 0;color:${palette.link}}.c::after{content:"\\2192" / "";margin-inline-start:.35em}.c:dir(rtl)::after{content:"\\2190" / ""}`
  }
  const radius = layout.ctaPx > 14 ? 8 : 6
  return `.c{${margin};padding:${vertical}px ${horizontal}px;border-radius:${radius}px;background:${palette.button};color:${palette.buttonText}}`
}

/** Logos stand on the design's own background colour, wherever the template puts them. */
function logoRules(design: Design, layout: Layout, wholePx: number | null): string {
  if (!layout.logo) return '.l{display:none}'
  const [width, height] = logoBoxPx(layout)
  const isBare = isBareLogo(design.template, layout)
  const { x, y } = LOGO_CHIP_PX
  const chip = `padding:${y}px ${x}px;border-radius:6px;background:${withOpacity(design.backgroundColor, 0.94)}`
  const base = `.l{max-width:${width + (isBare ? 0 : 2 * x)}px;max-height:${height + (isBare ? 0 : 2 * y)}px;${isBare ? 'padding:0;background:none' : chip}}`
  if (layout.logo === 'panel') return `${base}.l{position:static;margin-bottom:${LOGO_GAP_PX}px}`
  if (layout.logo === 'side') return `${base}.l{position:static;margin:0}`
  const [left, top] = [layout.picture[0] + LOGO_OFFSET_PX, layout.picture[1] + LOGO_OFFSET_PX]
  return `${base}.l{position:absolute;inset-inline-start:${share(left, wholePx)};top:${top}px;margin:0}`
}

/** Products lie whole on white, with the price below them or, in a column, beside them. */
function productRules(layout: Layout, palette: Palette): string {
  const isColumn = layout.tiles?.direction === 'column'
  const gapPx = 6
  const tile = layout.tiles
    ? `${isColumn ? 'flex-direction:row;justify-content:space-between' : 'flex-direction:column'};padding:5px`
    : 'flex-direction:column;padding:8px'
  const isTiny = layout.picture[3] < 60
  const price = layout.tiles
    ? `flex:none;padding:2px 6px 0;font-size:${layout.picture[2] / (isColumn ? 1 : layout.tiles.count) < 60 ? 10 : 12}px`
    : `${isTiny ? 'display:none;' : ''}position:absolute;inset-inline-end:8px;bottom:8px;padding:3px 8px;border-radius:99px;background:${palette.button};color:${palette.buttonText};font-size:${layout.picture[3] > 90 ? 14 : 11}px`
  return [
    `.w{display:flex;flex-direction:${isColumn ? 'column' : 'row'};gap:${gapPx}px;overflow:hidden}`,
    `.x{position:relative;display:flex;flex:1 1 0;min-width:0;min-height:0;${tile};align-items:center;border-radius:inherit;background:${palette.stage};color:#16181d}`,
    '.x picture{flex:1 1 0;min-width:0;min-height:0;align-self:stretch}.q{display:block;width:100%;height:100%;object-fit:contain}',
    isColumn && layout.picture[2] > 200 ? '.q{object-position:0}' : '',
    `.x b{${layout.tiles ? 'position:static;' : ''}${price};line-height:1.3;white-space:nowrap}`,
  ].join('')
}
