import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { IMAGE_LIMITS } from '@/lib/assets/server/inspect-image'
import { type AboutUpload, nameFromFile } from '@/lib/assets/server/upload-image-asset'
import { uploadFileAsset } from '@/lib/assets/server/upload-file-asset'
import { isPictureKind } from '@/lib/assets/asset'
import type { Database } from '@/lib/db/client'
import { logger } from '@/lib/http/logger'
import { ProblemError } from '@/lib/http/problem'
import type { UploadBatch, UploadFile } from '@/prisma/generated/client'
import { uploadDefaultsSchema } from '@/lib/uploads/upload'
import type { Actor } from '@/lib/workspaces/permission'
import { detectUploadType } from './detect-upload-type'
import { expandArchive } from './expand-archive'
import { readArchiveEntry } from './read-archive'
import { previewSheet, readSheet, SHEET_MAX_BYTES } from './read-sheet'
import { type UploadOutcome, writeOutcome } from './upload-outcome'
import { getUploadStore } from './get-upload-store'
import type { UploadStore } from './upload-store'

export type ClaimedFile = UploadFile & { batch: UploadBatch }

/** After so long whoever claimed a file is taken for dead. */
export const CLAIM_MINUTES = 10

/**
 * Turns one received file into what it holds: an asset, the files of an archive, a sheet that waits
 * for its mapping. Claims it first, so that two processes never work on one; does nothing when
 * there is nothing to claim. Never throws for what is wrong with the file.
 */
export async function processUploadFile(
  db: Database,
  fileId: string,
  store: UploadStore = getUploadStore(),
): Promise<void> {
  const file = await claim(db, fileId)
  if (!file) return
  const outcome = await work(db, store, file).catch(describeFailure)
  await writeOutcome(db, file.id, outcome)
  const isNeeded =
    outcome.kind === 'unpacked' ||
    outcome.kind === 'sheet' ||
    (outcome.kind === 'failed' && outcome.canRetry)
  if (!isNeeded && !file.parentId) await store.remove(file.id)
}

async function claim(db: Database, fileId: string): Promise<ClaimedFile | null> {
  const count = await db.$executeRaw`
    UPDATE upload_file
    SET state = 'processing', claimed_at = now(), updated_at = now(), attempts = attempts + 1
    WHERE id = ${fileId} AND (state = 'received' OR (state = 'processing'
      AND claimed_at < now() - make_interval(mins => ${CLAIM_MINUTES})))`
  if (count === 0) return null
  return db.uploadFile.findUnique({ where: { id: fileId }, include: { batch: true } })
}

function work(db: Database, store: UploadStore, file: ClaimedFile): Promise<UploadOutcome> {
  return withBytesOf(store, file, async (filePath) => {
    const type = detectUploadType(await readHead(filePath), file.fileName)
    if (type === 'archive') {
      if (file.parentId) return refuse('An archive inside of an archive is not unpacked.')
      return expandArchive(db, file, filePath)
    }
    if (type === 'media') return takeMedia(db, file, filePath)
    if (file.fileSizeBytes > SHEET_MAX_BYTES) return refuse('The sheet is larger than 10 MB.')
    const read = await readSheet(filePath, type === 'workbook')
    if (read.kind === 'invalid') return refuse(read.message)
    return { kind: 'sheet', preview: previewSheet(read.sheet) }
  })
}

/** Calls `use` with a path of the file's bytes; those of a file in an archive are unpacked first. */
export async function withBytesOf<T>(
  store: UploadStore,
  file: Pick<UploadFile, 'id' | 'parentId' | 'position'>,
  use: (filePath: string) => Promise<T>,
): Promise<T> {
  const { parentId } = file
  if (!parentId) return store.withFile(file.id, use)
  const folder = await mkdtemp(path.join(tmpdir(), 'intarsia-upload-'))
  try {
    const filePath = path.join(folder, 'entry')
    await store.withFile(parentId, async (archivePath) =>
      writeFile(filePath, await readArchiveEntry(archivePath, file.position)),
    )
    return await use(filePath)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Pictures and videos may be equally large. */
async function takeMedia(
  db: Database,
  file: ClaimedFile,
  filePath: string,
): Promise<UploadOutcome> {
  if (file.fileSizeBytes > IMAGE_LIMITS.fileSizeBytes) {
    return refuse(`The file is larger than ${IMAGE_LIMITS.fileSizeBytes / 1e6} MB.`)
  }
  const { altText, ...about } = uploadDefaultsSchema.parse(file.batch.defaults)
  const { asset, isDuplicate, similar, notes } = await uploadFileAsset(db, actorOf(file.batch), {
    bytes: await readFile(filePath),
    fileName: file.fileName,
    altText: altText.replaceAll('{name}', nameFromFile(file.fileName)).slice(0, 250),
    ...(file.kind && isPictureKind(file.kind) && { kind: file.kind }),
    about: about satisfies AboutUpload,
  })
  return { kind: 'asset', assetId: asset.id, isDuplicate, similar, notes }
}

/** Whoever dropped the files owns what becomes of them, also after a restart. */
export function actorOf({ workspaceId, actorId, actorKind }: UploadBatch): Actor {
  const kind = actorKind === 'api_key' ? 'api_key' : actorKind === 'user' ? 'user' : 'system'
  return { kind, id: actorId, workspaceId, permissions: ['read', 'asset.edit'] }
}

async function readHead(filePath: string): Promise<Buffer> {
  const handle = await open(filePath, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function refuse(message: string): UploadOutcome {
  return { kind: 'failed', message, canRetry: false }
}

function describeFailure(error: unknown): UploadOutcome {
  if (error instanceof ProblemError && error.code === 'unprocessable') return refuse(error.message)
  const failure = error instanceof Error ? (error.stack ?? error.message) : 'unknown'
  logger.error({ failure }, 'upload failed')
  const message = 'Something went wrong on our side. Try this file again.'
  return { kind: 'failed', message, canRetry: true }
}
