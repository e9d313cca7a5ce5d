import { isPictureKind, type PictureKind } from '@/lib/assets/asset'
import { changeAssetKind } from '@/lib/assets/server/change-asset-kind'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { ChangeUploadFiles, UploadBatch } from '@/lib/uploads/upload'
import type { UploadFile } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { startProcessing } from './start-processing'
import { getBatchRow, getUploadBatch } from './upload-batches'
import { getUploadStore } from './get-upload-store'
import type { UploadStore } from './upload-store'

/** Stops, tries again, or corrects the kind of files of a batch; those it cannot apply to stay as they are. */
export async function changeUploadFiles(
  db: Database,
  actor: Actor,
  batchId: string,
  input: ChangeUploadFiles,
  store: UploadStore = getUploadStore(),
): Promise<UploadBatch> {
  const batch = await getBatchRow(db, actor, batchId)
  const since = new Date()
  const files = await db.uploadFile.findMany({
    where: { batchId: batch.id, id: { in: input.fileIds } },
    orderBy: { position: 'asc' },
  })
  if (input.action === 'cancel') await cancel(db, store, files)
  else if (input.action === 'retry') await retry(db, store, files)
  else await setKind(db, actor, files, input.kind)
  const detail = { files: files.length, change: input.action }
  await writeAuditEntry(db, actor, 'upload.changed', batch.id, detail)
  return getUploadBatch(db, actor, batchId, since.toISOString())
}

async function cancel(db: Database, store: UploadStore, files: UploadFile[]): Promise<void> {
  const ids = files.map(({ id }) => id)
  await db.uploadFile.updateMany({
    where: {
      OR: [{ id: { in: ids } }, { parentId: { in: ids } }],
      state: { in: ['waiting', 'received', 'needs_mapping', 'failed'] },
    },
    data: { state: 'cancelled', canRetry: false },
  })
  for (const { id, parentId, state } of files) {
    if (!parentId && state !== 'processing' && state !== 'done') await store.remove(id)
  }
}

/** What is here already is worked on again; what is not has to be sent again. */
async function retry(db: Database, store: UploadStore, files: UploadFile[]): Promise<void> {
  for (const { id, parentId } of files.filter(({ state }) => state === 'failed')) {
    const isHere = await store.isComplete(parentId ?? id)
    if (!isHere && parentId) continue
    const { count } = await db.uploadFile.updateMany({
      where: { id, state: 'failed' },
      data: { state: isHere ? 'received' : 'waiting', message: null, canRetry: false },
    })
    if (count > 0 && isHere) startProcessing(db, id)
  }
}

async function setKind(
  db: Database,
  actor: Actor,
  files: UploadFile[],
  kind: PictureKind,
): Promise<void> {
  await db.uploadFile.updateMany({
    where: {
      id: { in: files.map(({ id }) => id) },
      state: { in: ['waiting', 'received', 'failed'] },
    },
    data: { kind },
  })
  for (const { id, state, assetId } of files) {
    if (state !== 'done' || !assetId) continue
    const asset = await db.asset.findFirst({
      where: { id: assetId, workspaceId: actor.workspaceId },
      select: { kind: true },
    })
    if (!asset || !isPictureKind(asset.kind) || asset.kind === kind) continue
    try {
      await changeAssetKind(db, actor, assetId, kind)
      await db.uploadFile.update({ where: { id }, data: { kind, message: null } })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      await db.uploadFile.update({ where: { id }, data: { message: error.message } })
    }
  }
}
