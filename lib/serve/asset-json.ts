import type { AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { writeAsciiJson } from './ascii-json'

interface WrittenAsset {
  readonly size: AdSize
  readonly baseUrl: string
  readonly json: string
}

// Assets of a snapshot are immutable, and few are shown in more than one size.
const lastWritten = new WeakMap<SnapshotAsset, WrittenAsset>()

/** One asset as the JSON variant of a decision shows it, with absolute addresses of its pictures. */
export function writeAssetJson(asset: SnapshotAsset, size: AdSize, baseUrl: string): string {
  const known = lastWritten.get(asset)
  if (known?.size === size && known.baseUrl === baseUrl) return known.json
  const renditions = asset.renditions
    .filter((rendition) => rendition.size === size)
    .map(({ format, url, widthPx, heightPx }) => ({
      format,
      url: url.startsWith('/') ? baseUrl + url : url,
      widthPx,
      heightPx,
    }))
  const { id, kind, text, altText } = asset
  const json = writeAsciiJson({ id, kind, text, altText, renditions })
  lastWritten.set(asset, { size, baseUrl, json })
  return json
}
