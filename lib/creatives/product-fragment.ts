import type { AdSize } from '@/lib/decision/ad-size'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { Design, SnapshotProduct } from '@/lib/decision/snapshot'
import { escapeHtml } from './escape-html'
import { formatPrice } from './format-price'
import { type Fragment, NO_FRAGMENT, toFragment } from './fragment'
import { pickSources, writePicture } from './picture-sources'
import type { Layout, TemplateName } from './template'

/** How many products a layout shows: three in a grid, one on the stage of Spotlight, else none. */
export function countProducts(template: TemplateName, layout: Layout): number {
  if (layout.team) return 0
  if (layout.tiles) return layout.tiles.count
  return template === 'spotlight' ? 1 : 0
}

/** A tile is made once for each price that its product has had, and for so many of them. */
const MAX_TILES = 200
const tiles = new WeakMap<SnapshotProduct, Map<string, Fragment>>()

/**
 * Products in the place of the picture. Nothing unless there is one with a picture of this size
 * for every tile: a half-empty grid is worse than a picture.
 */
export function renderProducts(
  { products = [] }: Pick<Design, 'products'>,
  shown: readonly ShownProduct[],
  count: number,
  look: { readonly size: AdSize; readonly baseUrl: string; readonly locale: string },
): Fragment {
  if (count === 0 || shown.length < count) return NO_FRAGMENT
  let html = ''
  let bytes = 0
  for (const { id, priceMicros } of shown.slice(0, count)) {
    const product = products.find((each) => each.id === id)
    const tile = product ? tileOf(product, priceMicros, look) : NO_FRAGMENT
    if (tile === NO_FRAGMENT) return NO_FRAGMENT
    html += tile.html
    bytes += tile.pictureBytes
  }
  return toFragment(`<span class="i w">${html}</span>`, bytes)
}

function tileOf(
  product: SnapshotProduct,
  priceMicros: number | null,
  { size, baseUrl, locale }: { size: AdSize; baseUrl: string; locale: string },
): Fragment {
  const byKey = tiles.get(product) ?? new Map<string, Fragment>()
  tiles.set(product, byKey)
  const key = `${size} ${locale} ${priceMicros} ${baseUrl}`
  const known = byKey.get(key)
  if (known) return known
  if (byKey.size >= MAX_TILES) byKey.clear()
  const sources = pickSources(product.renditions, size)
  const { name, currency } = product
  const price =
    priceMicros === null || currency === null ? '' : formatPrice(priceMicros, currency, locale)
  const tag = price === '' ? '' : `<b>${escapeHtml(price)}</b>`
  const tile = sources
    ? toFragment(
        `<span class="x">${writePicture(sources, { className: 'q', alt: name, baseUrl, isCropped: false })}${tag}</span>`,
        sources.heaviestBytes,
      )
    : NO_FRAGMENT
  byKey.set(key, tile)
  return tile
}
