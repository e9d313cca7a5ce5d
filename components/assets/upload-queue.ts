import type { AssetResponse, PictureKind, UploadImageResponse } from '@/lib/assets/asset'

export interface Upload {
  readonly id: number
  readonly fileName: string
  readonly fileSizeBytes: number
  readonly kind: PictureKind
  /** Null for a file that was refused before it was sent. */
  readonly file: File | null
  readonly status: 'waiting' | 'done' | 'duplicate' | 'failed'
  readonly sentShare: number
  readonly message: string | null
  readonly canRetry: boolean
  readonly asset: AssetResponse | null
}

export const INITIAL_UPLOADS: readonly Upload[] = []

export type UploadChange =
  | { type: 'add'; files: readonly File[]; kind: PictureKind }
  | { type: 'reject'; rejected: readonly { fileName: string; reason: string }[] }
  | { type: 'progress'; id: number; sentShare: number }
  | { type: 'done'; id: number; answer: UploadImageResponse }
  | { type: 'failed'; id: number; message: string; canRetry: boolean }
  | { type: 'retry'; id: number }
  | { type: 'remove'; id: number }
  | { type: 'clear' }

/** The list of uploads after one thing happened. New files go to its end. */
export function reduceUploads(uploads: readonly Upload[], change: UploadChange): readonly Upload[] {
  const firstId = (uploads.at(-1)?.id ?? 0) + 1
  const set = (id: number, next: Partial<Upload>) =>
    uploads.map((upload) => (upload.id === id ? { ...upload, ...next } : upload))
  switch (change.type) {
    case 'add':
      return [
        ...uploads,
        ...change.files.map((file, index) => ({
          ...EMPTY,
          id: firstId + index,
          kind: change.kind,
          file,
          fileName: file.name,
          fileSizeBytes: file.size,
        })),
      ]
    case 'reject':
      return [
        ...uploads,
        ...change.rejected.map(({ fileName, reason }, index) => ({
          ...EMPTY,
          id: firstId + index,
          fileName,
          status: 'failed' as const,
          message: reason,
        })),
      ]
    case 'progress':
      return set(change.id, { sentShare: Math.min(1, change.sentShare) })
    case 'done':
      return set(change.id, {
        status: change.answer.isDuplicate ? 'duplicate' : 'done',
        message: describe(change.answer),
        asset: change.answer.asset,
        file: null,
      })
    case 'failed':
      return set(change.id, {
        status: 'failed',
        message: change.message,
        canRetry: change.canRetry,
      })
    case 'retry':
      return set(change.id, { status: 'waiting', message: null, sentShare: 0 })
    case 'remove':
      return uploads.filter(({ id }) => id !== change.id)
    case 'clear':
      return uploads.filter(isUnfinished)
  }
}

export function isUnfinished(upload: Upload): boolean {
  return upload.status === 'waiting'
}

/** The first of those that still have to be sent: as many as may be under way at once. */
export function takeWaiting(uploads: readonly Upload[], atOnce: number): readonly Upload[] {
  return uploads.filter(isUnfinished).slice(0, atOnce)
}

/** Share of the whole work that is behind us, from 0 to 1: refused files count as finished. */
export function uploadedShare(uploads: readonly Upload[]): number {
  if (uploads.length === 0) return 1
  // Of a file's share a tenth is the work of the server after the last byte has left.
  const shares = uploads.map((upload) => (isUnfinished(upload) ? upload.sentShare * 0.9 : 1))
  return shares.reduce((sum, share) => sum + share, 0) / uploads.length
}

const EMPTY: Upload = {
  id: 0,
  fileName: '',
  fileSizeBytes: 0,
  kind: 'image',
  file: null,
  status: 'waiting',
  sentShare: 0,
  message: null,
  canRetry: false,
  asset: null,
}

function describe({ isDuplicate, asset, similar, notes }: UploadImageResponse): string | null {
  const [alike] = similar
  const seen = alike ? [`It looks like “${alike.name}”, which you have.`] : []
  if (!isDuplicate) return [...seen, ...notes].join(' ') || null
  const where = asset.state === 'archived' ? ', in the archive' : ''
  return `You have this picture already${where}, as “${asset.name}”. Nothing was added.`
}
