import type { SnapshotAsset } from '@/lib/decision/snapshot'

/** A product of a feed, ready to be shown: what an ad needs of it and nothing else. */
export interface ProductItem {
  readonly id: string
  readonly name: string
  /** Of one piece, in millionths of the currency; null shows no price. */
  readonly priceMicros: number | null
  /** ISO 4217. */
  readonly currency: string
  readonly renditions: SnapshotAsset['renditions']
  /** Path under the campaign's landing page. */
  readonly landingPath: string
}

/** As its readers write prices: `19,99 €`, `€19.99`. An unknown currency is written behind the number. */
export function formatPrice({ priceMicros, currency }: ProductItem, locale: string): string {
  if (priceMicros === null) return ''
  const amount = priceMicros / 1_000_000
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount.toFixed(2)} ${currency}`
  }
}
