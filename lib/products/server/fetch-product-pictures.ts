import { queueImageWork } from '@/lib/assets/server/image-queue'
import type { BlobStore } from '@/lib/assets/server/blob-store'
import { getBlobStore } from '@/lib/assets/server/get-blob-store'
import { makeMaster } from '@/lib/assets/server/process-image'
import { renderRenditions } from '@/lib/assets/server/render-renditions'
import { storeRenditions } from '@/lib/assets/server/store-renditions'
import type { Database } from '@/lib/db/client'
import { type ProductRenditions, productRenditionsSchema } from '@/lib/products/product'
import { fetchPicture, type FetchSettings } from './fetch-picture'

const BATCH = 8
/** Nobody else takes it meanwhile; a process that dies gives it back so late. */
const CLAIM_MINUTES = 10
const RETRY_MINUTES = 5
const LONGEST_RETRY_MINUTES = 24 * 60

interface Waiting {
  readonly workspaceId: string
  readonly key: string
  readonly imageUrl: string
}

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
        const made = await makeRenditions(product.imageUrl, store, fetch)
        await (made.kind === 'ok'
          ? keepRenditions(db, product, made.renditions)
          : keepFailure(db, product, made.reason))
      }),
    )
    tried += waiting.length
  }
  return tried
}

async function claim(db: Database): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>`
    UPDATE product SET next_attempt_at = now() + make_interval(mins => ${CLAIM_MINUTES}::int)
    WHERE (workspace_id, key) IN (
      SELECT workspace_id, key FROM product
      WHERE image_url IS NOT NULL AND fetched_url IS DISTINCT FROM image_url
        AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    )
    RETURNING workspace_id AS "workspaceId", key, image_url AS "imageUrl"`
}

async function makeRenditions(
  imageUrl: string,
  store: BlobStore,
  settings: FetchSettings,
): Promise<{ kind: 'ok'; renditions: ProductRenditions } | { kind: 'failed'; reason: string }> {
  const fetched = await fetchPicture(imageUrl, settings)
  if (fetched.kind === 'failed') return fetched
  return queueImageWork(async () => {
    const made = await makeMaster(fetched.bytes)
    if (made.kind === 'invalid') {
      return { kind: 'failed', reason: made.issues[0]?.message ?? 'It is no usable picture.' }
    }
    const centre = { focalX: 0.5, focalY: 0.5 }
    const renditions = await renderRenditions(made.master.pixels, 'product', centre)
    const stored = await storeRenditions(store, renditions)
    return { kind: 'ok', renditions: productRenditionsSchema.parse(stored) }
  })
}

/** Nothing, where the feed has come to name another picture meanwhile. */
async function keepRenditions(
  db: Database,
  { workspaceId, key, imageUrl }: Waiting,
  renditions: ProductRenditions,
): Promise<void> {
  await db.product.updateMany({
    where: { workspaceId, key, imageUrl },
    data: { fetchedUrl: imageUrl, renditions, failure: null, failedAttempts: 0 },
  })
}

async function keepFailure(
  db: Database,
  { workspaceId, key, imageUrl }: Waiting,
  reason: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE product SET failure = ${reason}, failed_attempts = failed_attempts + 1,
      next_attempt_at = now() + make_interval(mins => least(
        ${LONGEST_RETRY_MINUTES}::int, ${RETRY_MINUTES}::int * (2 ^ least(failed_attempts, 12))::int))
    WHERE workspace_id = ${workspaceId} AND key = ${key} AND image_url = ${imageUrl}`
}
