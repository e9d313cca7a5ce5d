import type { BlobStore } from '@/lib/assets/server/blob-store'
import { getBlobStore } from '@/lib/assets/server/get-blob-store'
import { queueImageWork } from '@/lib/assets/server/image-queue'
import { makeMaster } from '@/lib/assets/server/process-image'
import { renderRenditions } from '@/lib/assets/server/render-renditions'
import { storeRenditions } from '@/lib/assets/server/store-renditions'
import type { Database } from '@/lib/db/client'
import { productRenditionsSchema } from '@/lib/products/product'

export interface PicturedProduct {
  readonly workspaceId: string
  readonly key: string
  /** As its feed names it. */
  readonly imageUrl: string
}

const CENTRE = { focalX: 0.5, focalY: 0.5 }

/**
 * Makes what ads show out of the file of a product's picture, and keeps it, unless the feed has come
 * to name another one meanwhile.
 */
export async function keepPicture(
  db: Database,
  { workspaceId, key, imageUrl }: PicturedProduct,
  bytes: Uint8Array,
  store: BlobStore = getBlobStore(),
): Promise<{ kind: 'ok' } | { kind: 'failed'; reason: string }> {
  return queueImageWork(async () => {
    const made = await makeMaster(bytes)
    if (made.kind === 'invalid') {
      return { kind: 'failed', reason: made.issues[0]?.message ?? 'It is no usable picture.' }
    }
    const rendered = await renderRenditions(made.master.pixels, 'product', CENTRE)
    const renditions = productRenditionsSchema.parse(await storeRenditions(store, rendered))
    await db.product.updateMany({
      where: { workspaceId, key, imageUrl },
      data: { fetchedUrl: imageUrl, renditions, failure: null, failedAttempts: 0 },
    })
    return { kind: 'ok' }
  })
}
