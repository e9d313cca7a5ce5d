import { type DesignFonts, fontFamilySchema } from '@/lib/decision/snapshot'
import type { BrandKit } from './brand-kit'
import widths from './font-widths.json'

/** Text in Arial is 1 wide; see scripts/fonts/list-widths.ts. */
const WIDTH_RATIOS: Readonly<Record<string, number | undefined>> = widths
/** Whatever a viewer's device has by these names. */
const GENERIC_RATIOS: Readonly<Record<string, number | undefined>> = {
  'sans-serif': 1,
  serif: 1,
  'system-ui': 1.1,
  'ui-sans-serif': 1.1,
  'ui-serif': 1.05,
  'ui-rounded': 1.1,
  'ui-monospace': 1.4,
  monospace: 1.4,
  cursive: 1.2,
  fantasy: 1.2,
}
/** Wider than nine of ten families that are known. */
const UNKNOWN_RATIO = 1.25

const MAX_FAMILIES = 20

type Font = DesignFonts['heading']

/** The families of a CSS stack, the first that a device has wins. */
export function readFamilies(stack: string): string[] {
  return stack
    .split(',')
    .map((family) => family.replaceAll(/["']/g, '').replaceAll(/\s+/g, ' ').trim())
    .filter((family) => fontFamilySchema.safeParse(family).success)
    .slice(0, MAX_FAMILIES)
}

/** Those of a stack whose widths nobody measured. */
export function listUnknownFamilies(stack: string): string[] {
  return readFamilies(stack).filter((family) => widthRatioOf(family) === null)
}

/**
 * How ads are set in a brand's fonts. Nothing is loaded: an ad shows them where the viewer's device
 * has them, and has room for the widest of those it may show.
 */
export function toDesignFonts({ fonts }: Pick<BrandKit, 'fonts'>): DesignFonts | null {
  return fonts && { heading: toFont(fonts.heading), body: toFont(fonts.body) }
}

function toFont(stack: string): Font {
  const families = readFamilies(stack)
  const ratios = families.map((family) => widthRatioOf(family) ?? UNKNOWN_RATIO)
  // The ads' own fonts stand behind every stack.
  return {
    families: families.length > 0 ? families : ['sans-serif'],
    widthRatio: Math.max(1, ...ratios),
  }
}

function widthRatioOf(family: string): number | null {
  const name = family.toLowerCase()
  return GENERIC_RATIOS[name] ?? WIDTH_RATIOS[name] ?? null
}
