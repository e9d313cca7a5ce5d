import { readS3Settings } from '@/lib/assets/server/s3-blob-store'
import { getEnv } from '@/lib/env'
import { createS3UploadStore } from './s3-upload-store'
import { createFileUploadStore, type UploadStore } from './upload-store'

// Next bundles routes apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaUploadStore?: UploadStore }

/** Bytes that are still arriving wait where finished assets are kept. */
export function getUploadStore(): UploadStore {
  return (processState.intarsiaUploadStore ??= createConfiguredStore())
}

function createConfiguredStore(): UploadStore {
  const env = getEnv()
  const s3 = readS3Settings(env)
  return s3 ? createS3UploadStore(s3) : createFileUploadStore(env.STORAGE_DIR)
}
