import type { AdSize } from '@/lib/decision/ad-size'
import { escapeHtml } from './escape-html'
import { type Fragment, NO_FRAGMENT, toFragment } from './fragment'
import { pickSources, writePicture } from './picture-sources'
import { formatPrice, type ProductItem } from './product-item'
import type { Layout, TemplateName } from './template'

/** How many products a layout shows: three in a grid, one on the stage of Spotlight, else none. */
export function countProducts(template: TemplateName, layout: Layout): number {
  if (layout.tiles) return layout.tiles.count
  return template === 'spotlight' ? 1 : 0
}

/**
 * The products in the place of the picture. Nothing unless there is one with a picture of this size
 * for every tile: a half-empty grid is worse than a picture.
 */
export function renderProducts(
  products: readonly ProductItem[],
  count: number,
  size: AdSize,
  baseUrl: string,
  locale: string,
): Fragment {
  if (count === 0) return NO_FRAGMENT
  const shown = products
    .flatMap((product) => {
      const sources = pickSources(product.renditions, size)
      return sources ? [{ product, sources }] : []
    })
    .slice(0, count)
  if (shown.length < count) return NO_FRAGMENT
  const tiles = shown.map(({ product, sources }) => {
    const look = { className: 'q', alt: product.name, baseUrl, isCropped: false }
    const price = formatPrice(product, locale)
    const tag = price === '' ? '' : `<b>${escapeHtml(price)}</b>`
    return `<span class="x">${writePicture(sources, look)}${tag}</span>`
  })
  const bytes = shown.reduce((sum, { sources }) => sum + sources.heaviestBytes, 0)
  return toFragment(`<span class="i w">${tiles.join('')}</span>`, bytes)
}
