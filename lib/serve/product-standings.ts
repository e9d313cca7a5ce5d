import type { ProductStanding } from '@/lib/creatives/pick-products'
import { readStanding } from '@/lib/feeds/stock-standing'
import type { FeedIndex } from './feed-fields'

/** Looks products up in a workspace's feeds, and remembers when the first answer expires. */
export function readStandings(
  { entries }: FeedIndex,
  nowMs: number,
): { of(productId: string): ProductStanding | null; expiresAtMs(): number } {
  let expiresAtMs = Number.POSITIVE_INFINITY
  /** Whether what holds until then still holds; what is asked of it is to be asked again then. */
  const holdsUntil = (endMs: number | null): boolean => {
    if (endMs === null) return true
    if (endMs <= nowMs) return false
    expiresAtMs = Math.min(expiresAtMs, endMs)
    return true
  }
  return {
    of(productId) {
      const entry = entries.get(`stock.${productId}`)
      if (!entry || !holdsUntil(entry.expiresAtMs)) return null
      const standing = readStanding(entry.value)
      return standing && holdsUntil(standing.priceEndsAtMs) ? standing : null
    },
    expiresAtMs: () => expiresAtMs,
  }
}
