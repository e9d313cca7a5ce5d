import { z } from 'zod'

/**
 * Ad sizes in CSS pixels, with the IAB weight limits in kB (initial / subload; IAB New Ad Portfolio,
 * where 336x280 weighs as 300x250 does, and 320x100 as its share of the area between the banners).
 * `native` is as wide as its place: `widthPx` is the least it needs.
 */
export const AD_SIZES = {
  '300x250': { widthPx: 300, heightPx: 250, initialKb: 150, subloadKb: 300 },
  '728x90': { widthPx: 728, heightPx: 90, initialKb: 150, subloadKb: 300 },
  '160x600': { widthPx: 160, heightPx: 600, initialKb: 150, subloadKb: 300 },
  '320x50': { widthPx: 320, heightPx: 50, initialKb: 50, subloadKb: 100 },
  '300x600': { widthPx: 300, heightPx: 600, initialKb: 150, subloadKb: 300 },
  '970x250': { widthPx: 970, heightPx: 250, initialKb: 250, subloadKb: 500 },
  '336x280': { widthPx: 336, heightPx: 280, initialKb: 150, subloadKb: 300 },
  '320x100': { widthPx: 320, heightPx: 100, initialKb: 100, subloadKb: 200 },
  native: { widthPx: 300, heightPx: 300, initialKb: 150, subloadKb: 300 },
} as const

/** New sizes go to the end: the order of renditions in published snapshots follows it. */
export const adSizeSchema = z.enum([
  '300x250',
  '728x90',
  '160x600',
  '320x50',
  '300x600',
  '970x250',
  '336x280',
  '320x100',
  'native',
])
export type AdSize = z.infer<typeof adSizeSchema>

/** Whether an ad of this size is as wide as its place. */
export function isFluid(size: string): boolean {
  return size === 'native'
}

/** What a tag reserves before its ad comes, width x height: `300x250`, `100%x300`. */
export function reservedSize(size: AdSize): string {
  const { widthPx, heightPx } = AD_SIZES[size]
  return `${isFluid(size) ? '100%' : widthPx}x${heightPx}`
}

/** For people: `300 × 250`, `Native`. */
export function labelAdSize(size: string): string {
  return isFluid(size) ? 'Native' : size.replace('x', ' × ')
}

/** For people, with its unit: `300 × 250 px`. */
export function describeAdSize(size: string): string {
  if (!isFluid(size)) return `${labelAdSize(size)} px`
  return `Native, ${AD_SIZES.native.heightPx} px high`
}
