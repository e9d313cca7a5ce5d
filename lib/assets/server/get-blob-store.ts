import { getEnv } from '@/lib/env'
import { type BlobStore, createBlobStore } from './blob-store'

// Next bundles routes apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaBlobStore?: BlobStore }

export function getBlobStore(): BlobStore {
  processState.intarsiaBlobStore ??= createBlobStore(getEnv().STORAGE_DIR)
  return processState.intarsiaBlobStore
}
