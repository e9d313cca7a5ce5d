import type { AssetRendition } from '@/prisma/generated/client'
import type { BlobStore } from './blob-store'
import type { Rendition } from './render-renditions'

/** Writes renditions to the store and returns their rows. Blobs come before the rows that name them. */
export async function storeRenditions(
  store: BlobStore,
  renditions: readonly Rendition[],
): Promise<Omit<AssetRendition, 'assetId'>[]> {
  const rows: Omit<AssetRendition, 'assetId'>[] = []
  for (const { size, format, density, widthPx, heightPx, bytes } of renditions) {
    const sha256 = await store.write(bytes)
    rows.push({
      size,
      format,
      density,
      widthPx,
      heightPx,
      fileSizeBytes: bytes.byteLength,
      sha256,
    })
  }
  return rows
}
