import { findActingUserId } from '@/lib/approvals/server/find-reviewer'
import type { UploadImageResponse } from '@/lib/assets/asset'
import { PROMPT_RECIPE } from '@/lib/assets/rendition-recipe'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { AD_SIZES } from '@/lib/decision/ad-size'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { BlobStore } from './blob-store'
import { findSimilarAssets } from './find-similar-assets'
import { getBlobStore } from './get-blob-store'
import { hashAssetContent } from './hash-asset-content'
import { queueImageWork } from './image-queue'
import { type MadeVideo, makeVideo } from './make-video'
import { type Poster, storePoster } from './store-poster'
import { type AssetRow, toAssetResponse, withRenditions } from './to-asset-response'
import { type AboutUpload, nameFromFile } from './upload-image-asset'

export interface UploadVideoInput {
  readonly bytes: Uint8Array
  /** The picture that is seen until it plays; can follow later (`setVideoPoster`). */
  readonly posterBytes?: Uint8Array
  readonly fileName: string
  readonly altText: string
  readonly about?: AboutUpload
}

/**
 * Takes a short video in as a draft, or answers the asset this workspace has of the same video.
 * Throws `unprocessable`, with the reason, for a video or a poster that cannot be used.
 */
export async function uploadVideoAsset(
  db: Database,
  actor: Actor,
  input: UploadVideoInput,
  store: BlobStore = getBlobStore(),
): Promise<UploadImageResponse> {
  return queueImageWork(async () => {
    const made = await makeVideo(input.bytes)
    if (made.kind === 'invalid') {
      const [issue] = made.issues
      throw new ProblemError('unprocessable', issue?.message ?? 'Not usable.', made.issues)
    }
    const { video } = made
    const known = await findKnown(db, actor, video.sha256)
    if (known) return describeKnown(known, video)
    const poster = input.posterBytes ? await storePoster(store, input.posterBytes, video) : null
    await store.write(video.bytes)
    return db.$transaction(async (tx) => {
      // Two uploads of one video at once: the second waits here, then finds the first's.
      const lockKey = `${actor.workspaceId}:video:${video.sha256}`
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`
      const meanwhile = await findKnown(tx, actor, video.sha256)
      if (meanwhile) return describeKnown(meanwhile, video)
      const asset = await createVideoRow(tx, actor, input, video, poster)
      await writeAuditEntry(tx, actor, 'asset.uploaded', asset.id, { kind: 'video' })
      const hash = poster?.summary.perceptualHash ?? null
      const similar = await findSimilarAssets(tx, actor.workspaceId, hash, asset.id)
      const response = toAssetResponse(asset)
      return { asset: response, isDuplicate: false, similar, notes: notesOn(video, poster) }
    })
  })
}

async function createVideoRow(
  tx: DatabaseSession,
  actor: Actor,
  { altText, about, fileName }: UploadVideoInput,
  video: MadeVideo,
  poster: Poster | null,
): Promise<AssetRow> {
  const content = {
    ...{ kind: 'video' as const, altText, locale: about?.locale ?? 'en' },
    ...{ blobSha256: video.sha256, posterSha256: poster?.sha256 ?? null },
  }
  const authorId = await findActingUserId(tx, actor)
  return tx.asset.create({
    data: {
      ...about,
      ...content,
      contentSha256: hashAssetContent(content),
      workspaceId: actor.workspaceId,
      name: nameFromFile(fileName),
      contentType: video.contentType,
      widthPx: video.widthPx,
      heightPx: video.heightPx,
      durationMs: video.durationMs,
      fileSizeBytes: video.bytes.byteLength,
      createdById: authorId,
      contentById: authorId,
      ...(poster && {
        ...poster.summary,
        dominantColors: [...poster.summary.dominantColors],
        renditionRecipe: PROMPT_RECIPE,
        renditions: { create: [...poster.renditions] },
      }),
    },
    include: withRenditions,
  })
}

function findKnown(
  db: DatabaseSession,
  { workspaceId }: Actor,
  blobSha256: string,
): Promise<AssetRow | null> {
  return db.asset.findFirst({
    where: { workspaceId, kind: 'video', blobSha256 },
    include: withRenditions,
    orderBy: { createdAt: 'asc' },
  })
}

function describeKnown(row: AssetRow, video: MadeVideo): UploadImageResponse {
  const notes = describeVideo(video)
  return { asset: toAssetResponse(row), isDuplicate: true, similar: [], notes }
}

function notesOn(video: MadeVideo, poster: Poster | null): string[] {
  const notes = describeVideo(video)
  if (!poster) notes.push('It needs a poster: the picture that is seen until it plays.')
  return notes
}

function describeVideo(video: MadeVideo): string[] {
  const notes: string[] = []
  if (video.hadSound) notes.push('Ads play without sound: its sound was left out.')
  const heavy = Object.entries(AD_SIZES).filter(
    ([, { subloadKb }]) => video.bytes.byteLength > subloadKb * 1000,
  )
  if (heavy.length > 0) {
    const names = heavy.map(([name]) => name).join(', ')
    notes.push(`It is too heavy to play in ${names}: they show its poster.`)
  }
  return notes
}
