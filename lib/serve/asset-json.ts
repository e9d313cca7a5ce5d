import type { AdSize } from '@/lib/decision/ad-size'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { Design, SnapshotAsset } from '@/lib/decision/snapshot'
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
  const renditions = listRenditions(asset.renditions, size, baseUrl)
  const { id, kind, text, altText } = asset
  const json = writeAsciiJson({ id, kind, text, altText, renditions })
  lastWritten.set(asset, { size, baseUrl, json })
  return json
}

/** The products that are shown, in their order, at the price of the decision. */
export function writeProductsJson(
  { products = [] }: Pick<Design, 'products'>,
  shown: readonly ShownProduct[],
  size: AdSize,
  baseUrl: string,
): string {
  return writeAsciiJson(
    shown.flatMap(({ id, priceMicros }) => {
      const product = products.find((each) => each.id === id)
      if (!product) return []
      const { name, currency, landingUrl } = product
      const renditions = listRenditions(product.renditions, size, baseUrl)
      return [{ id, name, priceMicros, currency, landingUrl, renditions }]
    }),
  )
}

function listRenditions(
  renditions: SnapshotAsset['renditions'],
  size: AdSize,
  baseUrl: string,
): { format: string; url: string; widthPx: number; heightPx: number }[] {
  return renditions
    .filter((rendition) => rendition.size === size)
    .map(({ format, url, widthPx, heightPx }) => ({
      format,
      url: url.startsWith('/') ? baseUrl + url : url,
      widthPx,
      heightPx,
    }))
}
