import type { FileKind, UploadImageResponse } from '@/lib/assets/asset'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import type { BlobStore } from './blob-store'
import { detectVideoType } from './detect-video-type'
import { getBlobStore } from './get-blob-store'
import { uploadImageAsset } from './upload-image-asset'
import { type UploadVideoInput, uploadVideoAsset } from './upload-video-asset'

export interface UploadFileInput extends UploadVideoInput {
  /** Refused where the content is another; a picture's kind is guessed when left out. */
  readonly kind?: FileKind
}

/** Takes a picture or a video in, by what its content is. Throws `unprocessable` for all else. */
export async function uploadFileAsset(
  db: Database,
  actor: Actor,
  { kind, posterBytes, ...input }: UploadFileInput,
  store: BlobStore = getBlobStore(),
): Promise<UploadImageResponse> {
  const detected = detectVideoType(input.bytes)
  if (detected.kind === 'invalid') throw refuse(detected.message)
  if (detected.kind === 'ok') {
    // A kind that was chosen for all files of a drop is meant for the pictures among them.
    return uploadVideoAsset(db, actor, { ...input, ...(posterBytes && { posterBytes }) }, store)
  }
  if (kind === 'video') throw refuse('This is not a video. Use an MP4 or a WebM.')
  if (posterBytes) throw refuse('Only a video has a poster.')
  return uploadImageAsset(db, actor, { ...input, ...(kind && { kind }) }, store)
}

function refuse(message: string): ProblemError {
  return new ProblemError('unprocessable', message, [{ path: 'file', message }])
}
