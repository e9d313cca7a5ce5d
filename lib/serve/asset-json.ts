import type { AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'

// Assets of a snapshot are immutable: their JSON is written once for each size.
const texts = new WeakMap<SnapshotAsset, Map<string, string>>()

/** One asset as the JSON variant of a decision shows it, with absolute addresses of its pictures. */
export function writeAssetJson(asset: SnapshotAsset, size: AdSize, baseUrl: string): string {
  const bySize = texts.get(asset) ?? new Map<string, string>()
  texts.set(asset, bySize)
  const key = `${size} ${baseUrl}`
  const known = bySize.get(key)
  if (known) return known
  const renditions = asset.renditions
    .filter((rendition) => rendition.size === size)
    .map(({ format, url, widthPx, heightPx }) => ({
      format,
      url: url.startsWith('/') ? baseUrl + url : url,
      widthPx,
      heightPx,
    }))
  const { id, kind, text, altText } = asset
  const json = JSON.stringify({ id, kind, text, altText, renditions })
  bySize.set(key, json)
  return json
}
