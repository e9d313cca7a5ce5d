import type { AssetKind } from '@/lib/decision/snapshot'
import { themeSchema } from '@/lib/assets/theme'
import type { BrandAsset } from './check-asset'

interface StoredBrandAsset {
  readonly id: string
  readonly kind: AssetKind
  readonly text: string | null
  readonly locale: string
  readonly tags: readonly string[]
  readonly widthPx: number | null
  readonly heightPx: number | null
  readonly dominantColors: readonly string[]
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
