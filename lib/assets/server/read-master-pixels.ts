import type { BlobStore } from './blob-store'
import { decodeImage, type Pixels } from './decode-image'

/** The pixels of a stored picture. Throws when the store has lost or damaged it. */
export async function readMasterPixels(store: BlobStore, sha256: string): Promise<Pixels> {
  const bytes = await store.read(sha256)
  if (!bytes) throw new Error(`stored picture ${sha256} is missing`)
  const decoded = await decodeImage(bytes)
  if (decoded.kind === 'invalid') throw new Error(`stored picture ${sha256} is damaged`)
  return decoded.pixels
}
