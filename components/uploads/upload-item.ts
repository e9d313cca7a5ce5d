import type { PictureKind } from '@/lib/assets/asset'
import { isOpen, UPLOAD_LIMITS, type UploadFile } from '@/lib/uploads/upload'

/** One file of the page: what the server says of it, and how much of it has left this browser. */
export interface UploadItem {
  readonly server: UploadFile
  readonly batchId: string
  readonly sentBytes: number
  /** `none`: this browser does not have the file (any more), or need not send it. */
  readonly sending: 'none' | 'queued' | 'sending'
}

/** Announced, and nobody here has the bytes: it waits for a person. */
export function isOrphan({ server, sending }: UploadItem): boolean {
  return server.state === 'waiting' && sending === 'none'
}

/** Whether something still happens to it by itself. */
export function isUnderWay(item: UploadItem): boolean {
  return isOpen(item.server.state) && !isOrphan(item)
}

/** A video that was added by these uploads and has no picture yet. */
export function lacksPoster({ server: { state, asset } }: UploadItem): boolean {
  return state === 'done' && asset?.video?.hasPoster === false
}

export type ItemGroup = 'working' | 'attention' | 'done'

/** Whether something happens by itself, a person is needed, or it is over. */
export function groupOf(item: UploadItem): ItemGroup {
  const { server } = item
  if (isOrphan(item)) return 'attention'
  if (isOpen(server.state)) return 'working'
  const isAsked = server.state === 'failed' || server.state === 'needs_mapping'
  const { asset, similar } = server
  const isDoubtful =
    similar.length > 0 ||
    (asset !== null && (asset.findings.length > 0 || asset.video?.hasPoster === false))
  return isAsked || isDoubtful ? 'attention' : 'done'
}

export interface UploadSummary {
  readonly files: number
  readonly working: number
  readonly attention: number
  readonly done: number
  readonly totalBytes: number
  readonly sentBytes: number
}

export function summariseItems(items: readonly UploadItem[]): UploadSummary {
  const summary = { files: items.length, working: 0, attention: 0, done: 0 }
  let totalBytes = 0
  let sentBytes = 0
  for (const item of items) {
    summary[groupOf(item)] += 1
    if (item.server.parentId || item.server.state === 'cancelled') continue
    totalBytes += item.server.fileSizeBytes
    sentBytes += item.server.state === 'waiting' ? item.sentBytes : item.server.fileSizeBytes
  }
  return { ...summary, totalBytes, sentBytes }
}

/** Of the bytes, a twentieth has to be through. */
const LEAST_SHARE = 20

/** How long the rest takes at the pace so far, in seconds; null while there is no pace to speak of. */
export function estimateSecondsLeft(
  progress: { readonly doneBytes: number; readonly doneFiles: number; readonly elapsedMs: number },
  rest: { readonly bytes: number; readonly files: number },
): number | null {
  const { doneBytes, doneFiles, elapsedMs } = progress
  if (elapsedMs < 2_000 || (doneBytes === 0 && doneFiles === 0)) return null
  // A few small files say nothing of many large ones.
  if (rest.bytes > LEAST_SHARE * doneBytes && rest.bytes > 0) return null
  // Sending and working overlap: whichever of the two is slower decides.
  const bySending = rest.bytes === 0 ? 0 : doneBytes > 0 ? rest.bytes / doneBytes : 0
  const byWork = rest.files === 0 ? 0 : doneFiles > 0 ? rest.files / doneFiles : 0
  const share = Math.max(bySending, byWork)
  return share === 0 ? null : Math.ceil((share * elapsedMs) / 1_000)
}

/** `about 40 s`, `about 3 min`. */
export function describeSeconds(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s left`
  return `about ${Math.round(seconds / 60)} min left`
}

/** The same file, dropped again: name with folders, size and time of change. */
export function identifyFile(fileName: string, sizeBytes: number, lastModifiedMs: number): string {
  return JSON.stringify([fileName, sizeBytes, lastModifiedMs])
}

const NOISE = /(^|\/)(\.|thumbs\.db$|desktop\.ini$)|(^|\/)__MACOSX\//i

/** Why a file is not even begun with; `skip` for what systems put into folders, null for the rest. */
export function refuseFile(fileName: string, sizeBytes: number): string | null {
  if (NOISE.test(fileName)) return 'skip'
  if (sizeBytes === 0) return 'It is empty.'
  if (sizeBytes > UPLOAD_LIMITS.fileSizeBytes) {
    return `It is larger than ${UPLOAD_LIMITS.fileSizeBytes / 1e6} MB.`
  }
  return null
}

export const KIND_OPTIONS: readonly { value: PictureKind; label: string }[] = [
  { value: 'image', label: 'Picture' },
  { value: 'logo', label: 'Logo' },
  { value: 'background', label: 'Background' },
]

/** The files that wait for their bytes: the id of each by what tells it from others. */
export function listWaiting(items: Iterable<UploadItem>): Map<string, string> {
  return new Map(
    [...items]
      .filter(isOrphan)
      .map(({ server: { id, fileName, fileSizeBytes, lastModifiedMs } }) => [
        identifyFile(fileName, fileSizeBytes, lastModifiedMs),
        id,
      ]),
  )
}
