import type { Database } from '@/lib/db/client'
import { UPLOAD_LIMITS } from '@/lib/uploads/upload'
import { CLAIM_MINUTES } from './process-upload-file'
import { startProcessing } from './start-processing'
import { getUploadStore } from './get-upload-store'
import type { UploadStore } from './upload-store'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Younger ones are in the queue of the process that took them. */
const RESUME_AFTER_MS = MINUTE_MS
const MOST_RESUMED = 500
/** Results are shown for so long. */
const BATCH_DAYS = 30

/** Takes up what a process that ended left undone. */
export async function resumeUploads(db: Database): Promise<number> {
  const now = Date.now()
  const files = await db.uploadFile.findMany({
    where: {
      OR: [
        { state: 'received', updatedAt: { lt: new Date(now - RESUME_AFTER_MS) } },
        { state: 'processing', claimedAt: { lt: new Date(now - CLAIM_MINUTES * MINUTE_MS) } },
      ],
    },
    orderBy: { updatedAt: 'asc' },
    select: { id: true },
    take: MOST_RESUMED,
  })
  for (const { id } of files) startProcessing(db, id)
  return files.length
}

/** Gives up what has not arrived in time, throws away bytes nobody needs any more, forgets old batches. */
export async function expireUploads(
  db: Database,
  store: UploadStore = getUploadStore(),
  now = new Date(),
): Promise<void> {
  const before = new Date(now.getTime() - UPLOAD_LIMITS.keptHours * HOUR_MS)
  const late = await db.uploadFile.findMany({
    where: { parentId: null, updatedAt: { lt: before }, state: { not: 'processing' } },
    select: { id: true },
  })
  for (const { id } of late) await store.remove(id)
  await db.uploadFile.updateMany({
    where: { updatedAt: { lt: before }, state: { in: ['waiting', 'needs_mapping'] } },
    data: {
      state: 'failed',
      canRetry: false,
      message: `It did not arrive within ${UPLOAD_LIMITS.keptHours} hours. Add it again.`,
    },
  })
  await db.uploadBatch.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - BATCH_DAYS * 24 * HOUR_MS) } },
  })
}
