import { rm } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { type DataStore, Upload } from '@tus/server'

/** Where the bytes of uploads wait until they are worked on. Keys are ids of upload files. */
export interface UploadStore {
  /** What the tus server writes to. */
  readonly dataStore: DataStore
  /** Makes room for an upload; one that is there already stays as it is. */
  ensure(fileId: string, sizeBytes: number): Promise<void>
  /** Whether all bytes are here. */
  isComplete(fileId: string): Promise<boolean>
  /** Calls `use` with the path of the whole file. Throws when it is not there. */
  withFile<T>(fileId: string, use: (filePath: string) => Promise<T>): Promise<T>
  /** Throws the bytes away; what is gone already is fine. */
  remove(fileId: string): Promise<void>
}

/** Our own ids only: they become names of files. */
const idPattern = /^[A-Za-z0-9_-]{8,40}$/

export function createFileUploadStore(rootDir: string): UploadStore {
  const directory = path.join(rootDir, 'uploads')
  const dataStore = new FileStore({ directory })
  const pathOf = (fileId: string): string => path.join(directory, checkId(fileId))
  return {
    dataStore,
    ensure: (fileId, sizeBytes) => ensureUpload(dataStore, checkId(fileId), sizeBytes),
    isComplete: (fileId) => isUploadComplete(dataStore, checkId(fileId)),
    withFile: (fileId, use) => use(pathOf(fileId)),
    async remove(fileId) {
      await rm(pathOf(fileId), { force: true })
      await rm(`${pathOf(fileId)}.json`, { force: true })
    },
  }
}

export function checkId(fileId: string): string {
  if (!idPattern.test(fileId)) throw new Error('An upload is named by its own id.')
  return fileId
}

export async function ensureUpload(dataStore: DataStore, id: string, size: number): Promise<void> {
  const known = await dataStore.getUpload(id).catch(() => null)
  if (!known) await dataStore.create(new Upload({ id, size, offset: 0 }))
}

export async function isUploadComplete(dataStore: DataStore, id: string): Promise<boolean> {
  const upload = await dataStore.getUpload(id).catch(() => null)
  return upload !== null && upload.size === upload.offset
}
