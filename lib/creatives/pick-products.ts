import type { AdSize } from '@/lib/decision/ad-size'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { Design, SnapshotProduct } from '@/lib/decision/snapshot'
import { layoutOf } from './layouts'
import { pickSources } from './picture-sources'
import { countProducts } from './product-fragment'

/** What the stock feed says of a product now. */
export interface ProductStanding {
  readonly isInStock: boolean
  readonly priceMicros: number | null
  readonly currency: string | null
}

/** How many products a design shows in a size. */
export function countTiles(design: Design, size: AdSize): number {
  return countProducts(design.template, layoutOf(design, size))
}

/**
 * The products of an ad of one size: the first of the design's that are in stock, at today's price.
 * Undefined unless every tile has one. What the feed does not know now, and what has come to be
 * sold in another currency than was published, is left out.
 */
export function pickProducts(
  design: Design,
  size: AdSize,
  standingOf: (productId: string) => ProductStanding | null,
): ShownProduct[] | undefined {
  const count = design.products ? countTiles(design, size) : 0
  if (count === 0 || !design.products) return undefined
  const shown: ShownProduct[] = []
  for (const product of design.products) {
    const standing = standingOf(product.id)
    if (!standing?.isInStock || !isPriceSure(product, standing)) continue
    if (pickSources(product.renditions, size) === null) continue
    shown.push({ id: product.id, priceMicros: standing.priceMicros })
    if (shown.length === count) return shown
  }
  return undefined
}

function isPriceSure({ currency }: SnapshotProduct, standing: ProductStanding): boolean {
  return standing.priceMicros === null || standing.currency === currency
}

/** The products of a design's ad if all are in stock, at the price of when they were looked up. */
export function sampleProducts(design: Design, size: AdSize): ShownProduct[] | undefined {
  return pickProducts(design, size, (id) => {
    const product = design.products?.find((each) => each.id === id)
    if (!product) return null
    const { priceMicros, currency } = product
    return { isInStock: true, priceMicros, currency }
  })
}

/** The longest price that a feed may name. */
const MOST_MICROS = 1e15

/**
 * The heaviest products that may be shown together in a size, at the price that takes most bytes;
 * undefined where none are.
 */
export function heaviestProducts(design: Design, size: AdSize): ShownProduct[] | undefined {
  const weightOf = ({ renditions }: SnapshotProduct): number =>
    pickSources(renditions, size)?.heaviestBytes ?? 0
  const products = design.products?.toSorted((a, b) => weightOf(b) - weightOf(a))
  const heaviest = products && sampleProducts({ ...design, products }, size)
  return heaviest?.map(({ id, priceMicros }) => ({
    id,
    priceMicros: priceMicros === null ? null : MOST_MICROS,
  }))
}
