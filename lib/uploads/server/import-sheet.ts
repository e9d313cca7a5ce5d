import type { CreateCopyAsset } from '@/lib/assets/asset'
import { insertCopyAsset } from '@/lib/assets/server/create-copy-asset'
import { hashAssetContent } from '@/lib/assets/server/hash-asset-content'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import {
  type ImportSheet,
  type ImportSheetResponse,
  readCopySheet,
  type SheetCopy,
} from '@/lib/uploads/copy-sheet'
import { uploadDefaultsSchema } from '@/lib/uploads/upload'
import type { Actor } from '@/lib/workspaces/permission'
import { type ClaimedFile, withBytesOf } from './process-upload-file'
import { readSheet, type Sheet } from './read-sheet'
import { getUploadStore } from './get-upload-store'
import type { UploadStore } from './upload-store'

const MOST_PROBLEMS = 500
const TRANSACTION_TIMEOUT_MS = 60_000

/**
 * Checks or imports the copy of an uploaded sheet by a mapping of its columns. Importing is all or
 * nothing: one transaction, and nothing at all while rows are wrong unless `skipInvalid` says so.
 * Copy the workspace has already (kind, text and language) is not added again.
 */
export async function importSheet(
  db: Database,
  actor: Actor,
  fileId: string,
  input: ImportSheet,
  store: UploadStore = getUploadStore(),
): Promise<ImportSheetResponse> {
  const file = await db.uploadFile.findFirst({
    where: { id: fileId, workspaceId: actor.workspaceId },
    include: { batch: true },
  })
  if (!file) throw notFound('upload')
  if (file.state !== 'needs_mapping') {
    throw new ProblemError('conflict', 'This file is no sheet that waits to be imported.')
  }
  const sheet = await readSheetOf(store, file)
  if (input.mapping.length !== sheet.columns.length) {
    const message = `The sheet has ${sheet.columns.length} columns.`
    throw new ProblemError('invalid_request', message, [{ path: 'mapping', message }])
  }
  const defaults = uploadDefaultsSchema.parse(file.batch.defaults)
  const read = readCopySheet(sheet.columns, sheet.rows, input, defaults)
  const { fresh, duplicates } = await leaveOutKnown(db, actor, read)
  const result = {
    valid: read.copies.length,
    duplicates,
    problems: read.problems.slice(0, MOST_PROBLEMS),
  }
  const isRefused = read.problems.length > 0 && !input.skipInvalid
  if (input.mode === 'check' || isRefused) return { ...result, imported: 0 }

  const { markets, source, rightsStartAt, rightsEndAt } = defaults
  await db.$transaction(
    async (tx) => {
      const { count } = await tx.uploadFile.updateMany({
        where: { id: file.id, state: 'needs_mapping' },
        data: { state: 'done', message: describe(fresh.length, duplicates) },
      })
      if (count === 0) throw new ProblemError('conflict', 'Somebody else imported this sheet.')
      for (const copy of fresh) {
        await insertCopyAsset(tx, actor, copy, { markets, source, rightsStartAt, rightsEndAt })
      }
    },
    { timeout: TRANSACTION_TIMEOUT_MS },
  )
  if (!file.parentId) await store.remove(file.id)
  return { ...result, imported: fresh.length }
}

async function readSheetOf(store: UploadStore, file: ClaimedFile): Promise<Sheet> {
  const isWorkbook = /\.xls[xm]$/i.test(file.fileName)
  const read = await withBytesOf(store, file, (filePath) => readSheet(filePath, isWorkbook))
  if (read.kind === 'invalid') throw new ProblemError('unprocessable', read.message)
  return read.sheet
}

function describe(imported: number, duplicates: number): string {
  const added =
    imported === 1 ? '1 text was added.' : `${imported.toLocaleString('en')} texts were added.`
  return duplicates > 0 ? `${added} ${duplicates.toLocaleString('en')} were there already.` : added
}

/** Copy that neither the workspace nor an earlier row has. */
async function leaveOutKnown(
  db: DatabaseSession,
  actor: Actor,
  { copies }: SheetCopy,
): Promise<{ fresh: CreateCopyAsset[]; duplicates: number }> {
  const hashed = copies.map(({ copy }) => ({ copy, hash: hashAssetContent(copy) }))
  const hashes = hashed.map(({ hash }) => hash)
  const rows = await db.asset.findMany({
    where: { workspaceId: actor.workspaceId, contentSha256: { in: [...new Set(hashes)] } },
    select: { contentSha256: true },
  })
  const seen = new Set(rows.map(({ contentSha256 }) => contentSha256))
  const fresh = hashed.flatMap(({ copy, hash }) => {
    if (seen.has(hash)) return []
    seen.add(hash)
    return [copy]
  })
  return { fresh, duplicates: copies.length - fresh.length }
}
