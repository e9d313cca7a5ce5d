import { findActingUserId } from '@/lib/approvals/server/find-reviewer'
import type { PictureKind, UploadImageQuery, UploadImageResponse } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { guessPictureKind } from '@/lib/assets/guess-picture-kind'
import { PROMPT_RECIPE } from '@/lib/assets/rendition-recipe'
import { normalizePlainText } from '@/lib/assets/plain-text'
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
import { makeMaster, type Master } from './process-image'
import { renderRenditions } from './render-renditions'
import { storeRenditions } from './store-renditions'
import { type AssetRow, toAssetResponse, withRenditions } from './to-asset-response'

export interface UploadImageInput extends Omit<UploadImageQuery, 'kind'> {
  readonly bytes: Uint8Array
  /** Guessed from the file's name and the picture's shape when left out. */
  readonly kind?: PictureKind
  /** Where the subject is; the middle when left out. */
  readonly focal?: FocalPoint
  readonly about?: AboutUpload
}

/** What is known of an asset besides its file. */
export interface AboutUpload {
  readonly locale: string
  readonly tags: string[]
  readonly markets: string[]
  readonly source: string
  readonly rightsStartAt: string | null
  readonly rightsEndAt: string | null
}

const CENTRE: FocalPoint = { focalX: 0.5, focalY: 0.5 }

/**
 * Takes a picture in as a draft, or answers the asset this workspace has of the same picture and
 * kind. Throws `unprocessable`, with the reason, for a file that cannot be used.
 */
export async function uploadImageAsset(
  db: Database,
  actor: Actor,
  input: UploadImageInput,
  store: BlobStore = getBlobStore(),
): Promise<UploadImageResponse> {
  return queueImageWork(async () => {
    const made = await makeMaster(input.bytes)
    if (made.kind === 'invalid') {
      const [issue] = made.issues
      throw new ProblemError('unprocessable', issue?.message ?? 'Not usable.', made.issues)
    }
    const { master } = made
    const focal = input.focal ?? CENTRE
    const kind = input.kind ?? guessPictureKind(input.fileName, { ...master, ...master.source })
    const notes = notesOn(master, kind)
    const known = await findDuplicate(db, actor, kind, master.sha256)
    if (known) return { asset: toAssetResponse(known), isDuplicate: true, similar: [], notes }

    const renditions = await storeRenditions(
      store,
      await renderRenditions(master.pixels, kind, focal),
    )
    await store.write(master.bytes)
    return db.$transaction(async (tx) => {
      // Two uploads of one picture at once: the second waits here, then finds the first's.
      const lockKey = `${actor.workspaceId}:${kind}:${master.sha256}`
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`
      const meanwhile = await findDuplicate(tx, actor, kind, master.sha256)
      if (meanwhile) {
        return { asset: toAssetResponse(meanwhile), isDuplicate: true, similar: [], notes }
      }
      const { altText, about } = input
      const locale = about?.locale ?? 'en'
      const content = { kind, altText, locale, blobSha256: master.sha256, ...focal }
      const authorId = await findActingUserId(tx, actor)
      const asset = await tx.asset.create({
        data: {
          ...about,
          ...content,
          contentSha256: hashAssetContent(content),
          workspaceId: actor.workspaceId,
          name: nameFromFile(input.fileName),
          contentType: master.contentType,
          widthPx: master.widthPx,
          heightPx: master.heightPx,
          fileSizeBytes: master.bytes.byteLength,
          blurDataUrl: master.blurDataUrl,
          dominantColors: [...master.dominantColors],
          perceptualHash: master.perceptualHash,
          renditionRecipe: PROMPT_RECIPE,
          createdById: authorId,
          contentById: authorId,
          renditions: { create: renditions },
        },
        include: withRenditions,
      })
      await writeAuditEntry(tx, actor, 'asset.uploaded', asset.id, { kind })
      const { perceptualHash } = master
      const similar = await findSimilarAssets(tx, actor.workspaceId, perceptualHash, asset.id)
      return { asset: toAssetResponse(asset), isDuplicate: false, similar, notes }
    })
  })
}

function findDuplicate(
  db: DatabaseSession,
  actor: Actor,
  kind: PictureKind,
  blobSha256: string,
): Promise<AssetRow | null> {
  return db.asset.findFirst({
    where: { workspaceId: actor.workspaceId, kind, blobSha256 },
    include: withRenditions,
    orderBy: { createdAt: 'asc' },
  })
}

/** A file's name as a person would say it: without folders, ending and odd characters. */
export function nameFromFile(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? ''
  const words = base
    .toWellFormed()
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[_\s]+/g, ' ')
  return Array.from(normalizePlainText(words)).slice(0, 100).join('') || 'Untitled'
}

function notesOn(master: Master, kind: PictureKind): string[] {
  const notes: string[] = []
  if (master.source.frames > 1) notes.push('Animations are not played: its first frame is used.')
  const small = Object.entries(AD_SIZES).filter(
    ([, size]) => master.widthPx < size.widthPx || master.heightPx < size.heightPx,
  )
  if (kind !== 'logo' && small.length > 0) {
    const names = small.map(([name]) => name).join(', ')
    notes.push(`It is smaller than ${names} and may look soft there.`)
  }
  return notes
}
