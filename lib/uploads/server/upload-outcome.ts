import type { SimilarAsset } from '@/lib/assets/asset'
import type { SheetPreview } from '@/lib/uploads/copy-sheet'
import type { DatabaseSession } from '@/lib/db/client'
import type { Prisma, UploadFileState } from '@/prisma/generated/client'

/** What became of an upload. */
export type UploadOutcome =
  | {
      kind: 'asset'
      assetId: string
      isDuplicate: boolean
      similar: SimilarAsset[]
      notes: string[]
    }
  | { kind: 'unpacked'; files: number }
  | { kind: 'sheet'; preview: SheetPreview }
  | { kind: 'failed'; message: string; canRetry: boolean }

export async function writeOutcome(
  db: DatabaseSession,
  fileId: string,
  outcome: UploadOutcome,
): Promise<void> {
  // What was stopped meanwhile stays stopped.
  await db.uploadFile.updateMany({
    where: { id: fileId, state: 'processing' },
    data: { claimedAt: null, ...describe(outcome) },
  })
}

function describe(outcome: UploadOutcome): Prisma.UploadFileUpdateManyMutationInput & {
  state: UploadFileState
} {
  switch (outcome.kind) {
    case 'asset':
      return {
        state: outcome.isDuplicate ? 'duplicate' : 'done',
        assetId: outcome.assetId,
        similar: outcome.similar,
        notes: outcome.notes,
        message: null,
      }
    case 'unpacked':
      return {
        state: 'done',
        message: outcome.files === 1 ? 'Unpacked: 1 file.' : `Unpacked: ${outcome.files} files.`,
      }
    case 'sheet':
      return { state: 'needs_mapping', sheet: outcome.preview, message: null }
    case 'failed':
      return { state: 'failed', message: outcome.message, canRetry: outcome.canRetry }
  }
}
