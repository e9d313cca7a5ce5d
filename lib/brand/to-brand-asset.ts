import { themeSchema } from '@/lib/assets/theme'
import type { BrandAsset } from './check-asset'

interface StoredBrandAsset extends Omit<BrandAsset, 'themeColors'> {
  readonly theme: unknown
}

/** A stored asset as the brand kit looks at it. */
export function toBrandAsset(asset: StoredBrandAsset): BrandAsset {
  const { id, kind, text, locale, tags, widthPx, heightPx, dominantColors } = asset
  return {
    ...{ id, kind, text, locale, tags, widthPx, heightPx, dominantColors },
    themeColors: themeSchema.safeParse(asset.theme).data ?? {},
  }
}
