import { getEnv } from '@/lib/env'
import { type BlobStore, createBlobStore } from './blob-store'
import { createS3BlobStore, readS3Settings } from './s3-blob-store'

// Next bundles routes apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaBlobStore?: BlobStore }

export function getBlobStore(): BlobStore {
  return (processState.intarsiaBlobStore ??= createConfiguredStore())
}

function createConfiguredStore(): BlobStore {
  const env = getEnv()
  const s3 = readS3Settings(env)
  return s3 ? createS3BlobStore(s3) : createBlobStore(env.STORAGE_DIR)
}
