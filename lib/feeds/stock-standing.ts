import type { ProductStanding } from '@/lib/creatives/pick-products'
import { stockValueSchema } from './feed'

export interface StockStanding extends ProductStanding {
  /** When the price stops to hold; null where nobody said. */
  readonly priceEndsAtMs: number | null
}

/** What a value of the stock feed says of its product; null for a value that can't be read. */
export function readStanding(value: unknown): StockStanding | null {
  const parsed = stockValueSchema.safeParse(value)
  if (!parsed.success) return null
  const { availability, quantity, priceMicros, currency, priceEndsAt } = parsed.data
  return {
    // What is to come can be ordered already, whatever is left of it now.
    isInStock: availability === 'in_stock' ? quantity !== 0 : availability !== 'out_of_stock',
    priceMicros: priceMicros ?? null,
    currency: currency ?? null,
    priceEndsAtMs: priceEndsAt === undefined ? null : Date.parse(priceEndsAt),
  }
}
