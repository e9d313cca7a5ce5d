import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { writeLayoutRules } from './layout-rules'
import { layoutOf } from './layouts'
import { paletteOf } from './palette'
import { TEXT_OPACITY } from './shade'
import { writeFontStack } from './font-stack'
import { WHY_RULES } from './style-rules'
import { WIDE_PX } from './template'
import { LINE_HEIGHTS } from './text-boxes'

/** The whole style of one design in one size. Names are one letter: it is sent with every ad. */
export function compileStyleSheet(design: Design, size: AdSize): string {
  const { widthPx, heightPx } = AD_SIZES[size]
  const layout = layoutOf(design, size)
  const palette = paletteOf(design)
  const width = isFluid(size) ? '100%' : `${widthPx}px`
  const rules = writeLayoutRules(design, layout, palette, isFluid(size) ? widthPx : null)
  const wide = layout.wide ? writeLayoutRules(design, layout.wide, palette, WIDE_PX) : ''
  return [
    '*{box-sizing:border-box;margin:0}',
    `html,body{width:${width};height:${heightPx}px;overflow:hidden}`,
    `.a{position:relative;display:block;width:${width};height:${heightPx}px;overflow:hidden;background:${palette.ground};color:${palette.text};font:400 13px/1.35 ${writeFontStack(design.fonts?.body)};text-decoration:none;-webkit-font-smoothing:antialiased;-webkit-text-size-adjust:none;text-size-adjust:none}`,
    '.a::after{content:"";position:absolute;inset:0;box-shadow:inset 0 0 0 1px #00000024;pointer-events:none}',
    '.i,.k{display:block;object-fit:cover}.k{position:absolute;inset:0;width:100%;height:100%;opacity:.16}',
    '@media(prefers-reduced-motion:reduce){.v{display:none!important}}',
    '.p,.s{display:flex;flex-direction:column}.s{position:absolute;align-items:center;justify-content:center}',
    '.t{display:block;max-width:100%}',
    '.h,.b,.d{max-width:100%;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:var(--l);overflow:hidden;overflow-wrap:anywhere;font-size:var(--f)}',
    `.h{${design.fonts ? `font-family:${writeFontStack(design.fonts.heading)};` : ''}font-weight:700;line-height:${LINE_HEIGHTS.headline};letter-spacing:-.012em;text-wrap:balance}`,
    `.b{line-height:${LINE_HEIGHTS.body};opacity:${TEXT_OPACITY.body};text-wrap:pretty}`,
    `.c{flex:none;max-width:100%;font-weight:700;font-size:var(--f);line-height:${LINE_HEIGHTS.cta};text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}`,
    `.d{line-height:${LINE_HEIGHTS.disclaimer};opacity:${TEXT_OPACITY.disclaimer};flex:none}`,
    '.l{display:block;width:auto;height:auto;object-fit:contain}',
    rules,
    wide &&
      `@media(min-width:${WIDE_PX}px){.h,.b,.c,.d{font-size:var(--F);-webkit-line-clamp:var(--L)}${wide}}`,
    WHY_RULES,
  ].join('')
}
