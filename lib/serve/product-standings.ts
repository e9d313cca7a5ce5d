import type { ProductStanding } from '@/lib/creatives/pick-products'
import { readStanding } from '@/lib/feeds/stock-standing'
import type { FeedIndex } from './feed-fields'

/** Looks products up in a workspace's feeds, and remembers when the first answer expires. */
export function readStandings(
  { entries }: FeedIndex,
  nowMs: number,
): { of(productId: string): ProductStanding | null; expiresAtMs(): number } {
  let expiresAtMs = Number.POSITIVE_INFINITY
  return {
    of(productId) {
      const entry = entries.get(`stock.${productId}`)
      if (!entry) return null
      if (entry.expiresAtMs !== null) {
        if (entry.expiresAtMs <= nowMs) return null
        expiresAtMs = Math.min(expiresAtMs, entry.expiresAtMs)
      }
      return readStanding(entry.value)
    },
    expiresAtMs: () => expiresAtMs,
  }
}
