import type { BlobStore } from '@/lib/assets/server/blob-store'
import { getBlobStore } from '@/lib/assets/server/get-blob-store'
import type { Database } from '@/lib/db/client'
import { logger } from '@/lib/http/logger'
import { fetchPicture, type FetchSettings } from './fetch-picture'
import { keepPicture, type PicturedProduct } from './keep-picture'

const BATCH = 8
/** Nobody else takes it meanwhile; a process that dies gives it back so late. */
const CLAIM_MINUTES = 10
const RETRY_MINUTES = 5
const LONGEST_RETRY_MINUTES = 24 * 60

interface FetchSetup {
  readonly store?: BlobStore
  readonly fetch?: FetchSettings
}

/**
 * Fetches pictures of products that have none yet, or another one in the feed, and makes what ads
 * show of them, the most urgent first, for about as long as it is given; answers how many it tried.
 * What can't be had is tried again later and later. Safe to repeat and to run twice at once.
 */
export async function fetchProductPictures(
  db: Database,
  forMs: number,
  { store = getBlobStore(), fetch = {} }: FetchSetup = {},
): Promise<number> {
  const until = performance.now() + forMs
  let tried = 0
  while (performance.now() < until) {
    const waiting = await claim(db)
    if (waiting.length === 0) break
    await Promise.all(
      waiting.map(async (product) => {
        const fetched = await fetchPicture(product.imageUrl, fetch)
        const kept =
          fetched.kind === 'ok'
            ? await keepPicture(db, product, fetched.bytes, store).catch(describeBreakdown)
            : fetched
        if (kept.kind === 'failed') await keepFailure(db, product, kept.reason)
      }),
    )
    tried += waiting.length
  }
  return tried
}

/** One picture that can't be worked on must not keep all others waiting. */
function describeBreakdown(error: unknown): { kind: 'failed'; reason: string } {
  const failure = error instanceof Error ? error.message : 'unknown'
  logger.error({ failure }, 'the picture of a product could not be kept')
  return { kind: 'failed', reason: 'It could not be worked on. It is tried again later.' }
}

async function claim(db: Database): Promise<PicturedProduct[]> {
  return db.$queryRaw<PicturedProduct[]>`
    UPDATE product SET next_attempt_at = now() + make_interval(mins => ${CLAIM_MINUTES}::int)
    WHERE (workspace_id, key) IN (
      SELECT workspace_id, key FROM product
      WHERE image_url IS NOT NULL AND fetched_url IS DISTINCT FROM image_url
        AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    )
    RETURNING workspace_id AS "workspaceId", key, image_url AS "imageUrl"`
}

async function keepFailure(
  db: Database,
  { workspaceId, key, imageUrl }: PicturedProduct,
  reason: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE product SET failure = ${reason}, failed_attempts = failed_attempts + 1,
      next_attempt_at = now() + make_interval(mins => least(
        ${LONGEST_RETRY_MINUTES}::int, ${RETRY_MINUTES}::int * (2 ^ least(failed_attempts, 12))::int))
    WHERE workspace_id = ${workspaceId} AND key = ${key} AND image_url = ${imageUrl}`
}
