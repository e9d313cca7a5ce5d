import type { Database, DatabaseSession } from '@/lib/db/client'
import { toStorableText } from '@/lib/events/storable-text'
import { notFound } from '@/lib/http/problem'
import type { CreateUploadBatch, UploadBatch, UploadBatchList } from '@/lib/uploads/upload'
import { uploadDefaultsSchema } from '@/lib/uploads/upload'
import type { UploadBatch as UploadBatchRow } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { toUploadFiles } from './to-upload-file'
import { getUploadStore } from './get-upload-store'
import type { UploadStore } from './upload-store'

const MOST_LISTED = 20
/** Clocks of several processes, and transactions under way, are never further apart. */
const OVERLAP_MS = 3_000

/** Announces the files of one drop; their bytes follow one by one (`receiveUpload`). */
export async function createUploadBatch(
  db: Database,
  actor: Actor,
  input: CreateUploadBatch,
): Promise<UploadBatch> {
  const { workspaceId } = actor
  const batch = await db.$transaction(async (tx) => {
    const created = await tx.uploadBatch.create({
      data: {
        workspaceId,
        actorKind: actor.kind,
        actorId: actor.id,
        defaults: input.defaults,
        files: {
          createMany: {
            data: input.files.map(
              ({ fileName, fileSizeBytes, lastModifiedMs, kind }, position) => ({
                ...{ workspaceId, position, fileSizeBytes, kind },
                fileName: toStorableText(fileName),
                lastModifiedMs: BigInt(lastModifiedMs),
              }),
            ),
          },
        },
      },
    })
    const detail = { files: input.files.length }
    await writeAuditEntry(tx, actor, 'upload.created', created.id, detail)
    return created
  })
  return readBatch(db, batch, null)
}

/** A batch with its files, or with those that have changed since a moment. */
export async function getUploadBatch(
  db: DatabaseSession,
  actor: Actor,
  batchId: string,
  since: string | null,
): Promise<UploadBatch> {
  return readBatch(db, await getBatchRow(db, actor, batchId), since ? new Date(since) : null)
}

/** Batches nobody has put away, the newest first. */
export async function listUploadBatches(
  db: DatabaseSession,
  actor: Actor,
): Promise<UploadBatchList> {
  const batches = await db.uploadBatch.findMany({
    where: { workspaceId: actor.workspaceId, dismissedAt: null },
    orderBy: { createdAt: 'desc' },
    take: MOST_LISTED,
  })
  const groups = await db.uploadFile.groupBy({
    by: ['batchId', 'state'],
    where: { batchId: { in: batches.map(({ id }) => id) } },
    _count: true,
  })
  return {
    items: batches.map(({ id, createdAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      counts: Object.fromEntries(
        groups.filter(({ batchId }) => batchId === id).map(({ state, _count }) => [state, _count]),
      ),
    })),
  }
}

/** Takes a batch off the list. What has not arrived is stopped; assets stay. */
export async function dismissUploadBatch(
  db: Database,
  actor: Actor,
  batchId: string,
  store: UploadStore = getUploadStore(),
): Promise<{ id: string }> {
  const batch = await getBatchRow(db, actor, batchId)
  await db.$transaction(async (tx) => {
    await tx.uploadBatch.update({ where: { id: batch.id }, data: { dismissedAt: new Date() } })
    await tx.uploadFile.updateMany({
      where: { batchId: batch.id, state: { in: ['waiting', 'received', 'needs_mapping'] } },
      data: { state: 'cancelled' },
    })
    await writeAuditEntry(tx, actor, 'upload.dismissed', batch.id)
  })
  const files = await db.uploadFile.findMany({
    where: { batchId: batch.id, parentId: null, state: { not: 'processing' } },
    select: { id: true },
  })
  for (const { id } of files) await store.remove(id)
  return { id: batch.id }
}

/** Throws `not_found` for a batch that is missing or another workspace's. */
export async function getBatchRow(
  db: DatabaseSession,
  actor: Actor,
  batchId: string,
): Promise<UploadBatchRow> {
  const { workspaceId } = actor
  const batch = await db.uploadBatch.findFirst({ where: { id: batchId, workspaceId } })
  if (!batch) throw notFound('upload')
  return batch
}

async function readBatch(
  db: DatabaseSession,
  batch: UploadBatchRow,
  since: Date | null,
): Promise<UploadBatch> {
  const asOf = new Date(Date.now() - OVERLAP_MS)
  const rows = await db.uploadFile.findMany({
    where: { batchId: batch.id, ...(since && { updatedAt: { gte: since } }) },
    orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
  })
  return {
    id: batch.id,
    createdAt: batch.createdAt.toISOString(),
    defaults: uploadDefaultsSchema.parse(batch.defaults),
    files: await toUploadFiles(db, batch.workspaceId, rows),
    asOf: asOf.toISOString(),
  }
}
