import { type BrandKit, DEFAULT_BRAND_KIT, type Guard } from '@/lib/brand/brand-kit'
import type { BrandAsset } from '@/lib/brand/check-asset'

export const BLOCK: Guard = { severity: 'block', reason: 'Because', owner: 'Brand team' }
export const WARN: Guard = { ...BLOCK, severity: 'warn' }

export function buildKit(change: Partial<BrandKit> = {}): BrandKit {
  return { ...DEFAULT_BRAND_KIT, ...change }
}

export function buildBrandAsset(change: Partial<BrandAsset> = {}): BrandAsset {
  return {
    id: 'a1',
    kind: 'headline',
    text: 'Made for real weather',
    locale: 'en',
    tags: [],
    widthPx: null,
    heightPx: null,
    dominantColors: [],
    themeColors: {},
    ...change,
  }
}
