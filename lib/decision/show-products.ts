import type { DecisionRecord, ShownProduct } from './decision-record'
import type { Snapshot } from './snapshot'

/**
 * A decision with the products that are in stock as it is made. The ad of a single product leads to
 * its own page, where that is on the site of the campaign's landing page.
 */
export function showProducts(
  snapshot: Pick<Snapshot, 'design'>,
  record: DecisionRecord,
  products: readonly ShownProduct[] | undefined,
): DecisionRecord {
  if (!products || products.length === 0) return record
  const [first] = products
  const page =
    products.length === 1
      ? snapshot.design.products?.find(({ id }) => id === first?.id)?.landingUrl
      : null
  const isOnSite = page && new URL(page).host === new URL(record.landingUrl).host
  return {
    ...record,
    landingUrl: isOnSite ? page : record.landingUrl,
    products: [...products],
  }
}
