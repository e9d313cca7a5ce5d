import { getEnv } from '@/lib/env'
import { createFileUploadStore, type UploadStore } from './upload-store'

// Next bundles routes apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaUploadStore?: UploadStore }

/** Bytes that are still arriving wait in the local folder, wherever finished assets are kept. */
export function getUploadStore(): UploadStore {
  return (processState.intarsiaUploadStore ??= createFileUploadStore(getEnv().STORAGE_DIR))
}
