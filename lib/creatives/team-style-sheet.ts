import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import type { TeamTemplate } from '@/lib/decision/team-template'
import { paletteOf } from './palette'
import { writeFontStack } from './font-stack'
import { WHY_RULES } from './style-rules'

/**
 * The style of an ad of a team's template: the frame it can't leave, the design's colours as custom
 * properties, its own rules, and the texts' fit, which its rules can't change. Every rule of theirs
 * is confined to `.t`, which stands alone in `.o`.
 */
export function compileTeamStyleSheet(design: Design, team: TeamTemplate, size: AdSize): string {
  const { widthPx, heightPx } = AD_SIZES[size]
  const width = isFluid(size) ? '100%' : `${widthPx}px`
  return [
    '*{box-sizing:border-box;margin:0}',
    `html,body{width:${width};height:${heightPx}px;overflow:hidden}`,
    `.o{position:relative;width:${width};height:${heightPx}px;overflow:hidden;contain:strict;isolation:isolate}`,
    `.t{${writeColors(design)}${writeHeadingFont(design)};position:relative;display:block;width:100%;height:100%;overflow:hidden;background:var(--ad-background);color:var(--ad-text);font:400 13px/1.35 ${writeFontStack(design.fonts?.body)};text-decoration:none;-webkit-font-smoothing:antialiased;-webkit-text-size-adjust:none;text-size-adjust:none}`,
    '.t ul,.t ol{padding:0;list-style:none}',
    team.css,
    // Text was measured in these fonts, with nothing between its letters.
    '.t .f{all:unset!important;display:-webkit-box!important;-webkit-box-orient:vertical!important;overflow:hidden!important;overflow-wrap:anywhere!important;letter-spacing:normal!important;word-spacing:0!important;text-transform:none!important;text-indent:0!important;white-space:normal!important;word-break:normal!important}',
    '.t picture{display:contents!important}@media(prefers-reduced-motion:reduce){.v{display:none!important}}',
    '.o::after{content:"";position:absolute;inset:0;box-shadow:inset 0 0 0 1px #00000024;pointer-events:none}',
    WHY_RULES,
  ].join('')
}

/** Body fonts are inherited; where headings have others, a template takes them by their name. */
function writeHeadingFont({ fonts }: Design): string {
  return fonts ? `;--ad-heading-font:${writeFontStack(fonts.heading)}` : ''
}

function writeColors(design: Design): string {
  const { ground, text, button, buttonText, link, stage } = paletteOf({
    ...design,
    template: 'classic',
  })
  return `--ad-background:${ground};--ad-text:${text};--ad-accent:${button};--ad-accent-text:${buttonText};--ad-link:${link};--ad-stage:${stage};--ad-radius:6px`
}
