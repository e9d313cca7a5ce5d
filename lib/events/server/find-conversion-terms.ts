import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'

/** How a campaign counts money. */
export interface ConversionTerms {
  /** ISO 4217; null before step 1 was saved. */
  readonly currency: string | null
  /** What a conversion is worth when it brings no value of its own. */
  readonly valueMicros: number
}

const REMEMBERED_FOR_MS = 30_000
const remembered = new LRUCache<string, ConversionTerms>({ max: 5_000, ttl: REMEMBERED_FOR_MS })

/** At most half a minute old: conversions are rare, but come in bursts of one campaign. */
export async function findConversionTerms(
  pool: Pool,
  campaignId: string,
): Promise<ConversionTerms> {
  const known = remembered.get(campaignId)
  if (known) return known
  const { rows } = await pool.query<{ currency: string | null; value: string | null }>(
    `SELECT objectives->>'currency' AS currency, objectives->>'conversionValueMicros' AS value
     FROM campaign WHERE id = $1`,
    [campaignId],
  )
  const terms = { currency: rows[0]?.currency ?? null, valueMicros: Number(rows[0]?.value ?? 0) }
  remembered.set(campaignId, terms)
  return terms
}
