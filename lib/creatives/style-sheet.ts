import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { readableColor, withOpacity } from './color-contrast'
import { ctaPaddingPx } from './fragment'
import { layoutOf } from './layouts'
import type { Box, Layout } from './template'

interface Palette {
  readonly ground: string
  readonly text: string
  readonly button: string
  readonly buttonText: string
}

/** Split shows its text on the accent colour, with the button turned round. */
function paletteOf(design: Design): Palette {
  const { backgroundColor, accentColor } = design
  const text = readableColor(design.textColor, backgroundColor)
  const buttonText = readableColor(design.accentTextColor, accentColor)
  if (design.template === 'split') {
    return { ground: accentColor, text: buttonText, button: buttonText, buttonText: accentColor }
  }
  return { ground: backgroundColor, text, button: accentColor, buttonText }
}

const FONT = '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'

/** The whole style of one design in one size. Names are one letter: it is sent with every ad. */
export function compileStyleSheet(design: Design, size: AdSize): string {
  const { widthPx, heightPx } = AD_SIZES[size]
  const width = isFluid(size) ? '100%' : `${widthPx}px`
  // Of a fluid ad, boxes grow with its place.
  const place = isFluid(size) ? (box: Box) => placeInShares(box, widthPx) : placeInPixels
  const layout = layoutOf(design.template, size)
  const palette = paletteOf(design)
  return [
    '*{box-sizing:border-box;margin:0}',
    `html,body{width:${width};height:${heightPx}px;overflow:hidden}`,
    `.a{position:relative;display:block;width:${width};height:${heightPx}px;overflow:hidden;background:${palette.ground};color:${palette.text};font:400 13px/1.35 ${FONT};text-decoration:none;-webkit-font-smoothing:antialiased}`,
    '.a::after{content:"";position:absolute;inset:0;box-shadow:inset 0 0 0 1px #00000024;pointer-events:none}',
    pictureRules(layout, palette, place),
    `.p{${place(layout.panel)};display:flex;flex-direction:column;align-items:${layout.isCtaWide ? 'stretch' : 'flex-start'};justify-content:${layout.justify};padding:${layout.paddingPx[0]}px ${layout.paddingPx[1]}px}`,
    // Without a picture the text has its room too, beside a bar of the accent colour.
    `.n .p{left:0;top:0;${layout.side ? `width:${layout.side[0] - 5}px` : 'right:0;width:auto'};height:100%;justify-content:center}`,
    `.n{border-left:5px solid ${palette.button}}`,
    '.t{display:block}',
    '.h,.b,.d{display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;overflow-wrap:anywhere}',
    '.h{font-weight:700;line-height:1.14;letter-spacing:-.012em;text-wrap:balance}',
    `.b{margin-top:${layout.headline.maxPx > 24 ? 8 : 4}px;line-height:1.32;opacity:.88;text-wrap:balance}`,
    ctaRules(layout, palette),
    '.d{font-size:9px;line-height:1.2;opacity:.75;margin-top:6px;flex:none}',
    layout.side
      ? `.s{${place(layout.side)};display:flex;flex-direction:column;align-items:center;justify-content:center;gap:${heightGap(layout.side)}px}`
      : '',
    logoRules(design, layout),
    // AdChoices sits in the upper right corner; it opens to its words under the pointer.
    '.y{position:absolute;right:0;top:0;z-index:2;display:flex;align-items:center;justify-content:flex-end;min-width:24px;height:16px;padding:0 3px;border-radius:0 0 0 5px;background:#ffffffd9;color:#3c4048;font:600 10px/16px Arial,sans-serif;text-decoration:none}',
    '.y span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
    '.y:hover span,.y:focus span{position:static;width:auto;height:auto;clip-path:none;padding:0 4px 0 2px}',
    '.y b{width:11px;height:11px;margin:auto;border:1px solid;border-radius:50%;font:700 8px/9px Georgia,serif;text-align:center}',
  ].join('')
}

function placeInPixels([left, top, width, height]: Box): string {
  return `position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px`
}

function placeInShares([left, top, width, height]: Box, wholePx: number): string {
  const percent = (px: number): string => `${Math.round((px / wholePx) * 10_000) / 100}%`
  return `position:absolute;left:${percent(left)};top:${top}px;width:${percent(width)};height:${height}px`
}

function heightGap(side: Box): number {
  return side[3] > 100 ? 22 : 8
}

function pictureRules(layout: Layout, palette: Palette, place: (box: Box) => string): string {
  const base = `.i,.k{display:block;object-fit:cover}.i{${place(layout.picture)}}.k{position:absolute;inset:0;width:100%;height:100%;opacity:.16}`
  if (!layout.shade) return base
  const stops =
    layout.shade === 'to top'
      ? [
          [0.96, 0],
          [0.9, 38],
          [0.6, 58],
          [0, 86],
        ]
      : [
          [0, 0],
          [0.3, 20],
          [0.84, 52],
          [0.95, 100],
        ]
  const gradient = stops.map(
    ([opacity = 0, at = 0]) => `${withOpacity(palette.ground, opacity)} ${at}%`,
  )
  return `${base}.g{position:absolute;inset:0;background:linear-gradient(${layout.shade},${gradient.join(',')})}`
}

function ctaRules(layout: Layout, palette: Palette): string {
  const vertical = Math.round(layout.ctaPx * 0.55)
  const horizontal = ctaPaddingPx(layout)
  const marginTop = layout.side ? 0 : Math.round(layout.ctaPx * 0.75)
  return `.c{flex:none;max-width:100%;margin-top:${marginTop}px;padding:${vertical}px ${horizontal}px;border-radius:${layout.ctaPx > 14 ? 8 : 6}px;background:${palette.button};color:${palette.buttonText};font-weight:700;line-height:1.2;text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}`
}

/** Logos stand on the design's own background colour, wherever the template puts them. */
function logoRules(design: Design, layout: Layout): string {
  if (!layout.logo) return ''
  const isLarge = layout.picture[3] >= 250 && layout.picture[2] >= 300
  const [width, height] = isLarge ? [140, 44] : [96, 30]
  const isBare = design.template === 'classic' && layout.logo !== 'picture'
  const chip = `padding:4px 7px;border-radius:6px;background:${withOpacity(design.backgroundColor, 0.94)}`
  const base = `.l{display:block;width:auto;height:auto;max-width:${width}px;max-height:${height}px;object-fit:contain;${isBare ? '' : chip}}`
  if (layout.logo === 'panel') return `${base}.l{margin-bottom:10px}`
  if (layout.logo === 'side') return base
  const [left, top] = [layout.picture[0] + 10, layout.picture[1] + 10]
  return `${base}.l{position:absolute;left:${left}px;top:${top}px}`
}
