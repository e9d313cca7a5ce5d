import type { Database } from '@/lib/db/client'
import { toStorableText } from '@/lib/events/storable-text'
import { listArchive } from './read-archive'
import type { ClaimedFile } from './process-upload-file'
import { startProcessing } from './start-processing'
import type { UploadOutcome } from './upload-outcome'

const NAME_LENGTH = 500

/**
 * Makes a file of the batch out of each file of an archive; they are read out of it one by one, and
 * each has its own result. Repeating it adds nothing.
 */
export async function expandArchive(
  db: Database,
  archive: ClaimedFile,
  filePath: string,
): Promise<UploadOutcome> {
  const listing = await listArchive(filePath)
  if (listing.kind === 'invalid') {
    return { kind: 'failed', message: listing.message, canRetry: false }
  }
  const { id: parentId, batchId, workspaceId, kind } = archive
  const children = await db.$transaction(async (tx) => {
    const known = await tx.uploadFile.count({ where: { parentId } })
    if (known === 0) {
      await tx.uploadFile.createMany({
        data: listing.entries.map(({ index, fileName, sizeBytes, refusal }) => ({
          ...{ batchId, workspaceId, parentId, kind, position: index },
          fileName: toStorableText(fileName.slice(-NAME_LENGTH)),
          fileSizeBytes: sizeBytes,
          state: refusal ? ('failed' as const) : ('received' as const),
          message: refusal,
        })),
      })
    }
    return tx.uploadFile.findMany({
      where: { parentId, state: 'received' },
      orderBy: { position: 'asc' },
      select: { id: true },
    })
  })
  for (const { id } of children) startProcessing(db, id)
  return { kind: 'unpacked', files: listing.entries.length }
}
