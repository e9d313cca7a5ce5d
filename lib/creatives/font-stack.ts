import type { DesignFonts } from '@/lib/decision/snapshot'

/** Fonts whose advance widths are known (font-advances.ts): nothing is loaded, and text fits. */
export const FALLBACK_FONTS = ['Helvetica', 'Arial', 'Roboto'] as const
const OWN_FONTS = [...FALLBACK_FONTS, 'sans-serif'].join(',')
const GENERIC = /^(?:sans-serif|serif|monospace|cursive|fantasy|system-ui|ui-[a-z]+)$/i

const keys = new WeakMap<DesignFonts, string>()

/** A brand's families, and behind them those of every ad; as CSS takes them in `"…"`, too. */
export function writeFontStack(font: DesignFonts['body'] | undefined): string {
  const families = font?.families.map((family) => (GENERIC.test(family) ? family : `'${family}'`))
  return [...(families ?? []), OWN_FONTS].join(',')
}

/** Tells apart what is made for different fonts. */
export function fontKeyOf(fonts: DesignFonts | undefined): string {
  if (!fonts) return ''
  const known = keys.get(fonts)
  if (known !== undefined) return known
  const key = JSON.stringify([fonts.heading, fonts.body])
  keys.set(fonts, key)
  return key
}
