import {
  type AssetResponse,
  checkCopyText,
  copyKindSchema,
  isPictureKind,
  type UpdateAsset,
} from '@/lib/assets/asset'
import { assetStateAfterEdit } from '@/lib/assets/asset-state'
import { PROMPT_RECIPE } from '@/lib/assets/rendition-recipe'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { AssetRendition } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { BlobStore } from './blob-store'
import { decodeImage } from './decode-image'
import { getAssetRow } from './get-asset'
import { getBlobStore } from './get-blob-store'
import { hashAssetContent } from './hash-asset-content'
import { queueImageWork } from './image-queue'
import { renderRenditions } from './render-renditions'
import { storeRenditions } from './store-renditions'
import { type AssetRow, toAssetResponse, withRenditions } from './to-asset-response'

/**
 * Edits an asset. A new focal point crops the picture's renditions again. A change of content (not
 * of its name or tags) sends the asset back to draft. Throws `conflict` for an archived asset or one changed meanwhile.
 */
export async function updateAsset(
  db: Database,
  actor: Actor,
  assetId: string,
  input: UpdateAsset,
  store: BlobStore = getBlobStore(),
): Promise<AssetResponse> {
  const row = await getAssetRow(db, actor, assetId)
  const after = assetStateAfterEdit(row.state)
  if (after.kind !== 'ok') throw new ProblemError('conflict', after.reason)
  const changed = changesOf(row, input)
  if (Object.keys(changed).length === 0) return toAssetResponse(row)

  const contentSha256 = hashAssetContent({ ...row, ...changed })
  const state = contentSha256 === row.contentSha256 ? row.state : after.state
  const renditions = await renderAgain(row, changed, store)
  return db.$transaction(async (tx) => {
    const { count } = await tx.asset.updateMany({
      where: { id: row.id, workspaceId: actor.workspaceId, updatedAt: row.updatedAt },
      data: {
        ...{ ...changed, contentSha256, state },
        ...(renditions && { renditionRecipe: PROMPT_RECIPE }),
      },
    })
    if (count === 0) throw new ProblemError('conflict', 'Somebody else changed this asset.')
    if (renditions) {
      await tx.assetRendition.deleteMany({ where: { assetId: row.id } })
      await tx.assetRendition.createMany({
        data: renditions.map((rendition) => ({ ...rendition, assetId: row.id })),
      })
    }
    await writeAuditEntry(tx, actor, 'asset.updated', row.id, { fields: Object.keys(changed) })
    return toAssetResponse(
      await tx.asset.findUniqueOrThrow({ where: { id: row.id }, include: withRenditions }),
    )
  })
}

type AssetChanges = UpdateAsset

/** Only what is really different; refuses fields that the asset's kind does not have. */
function changesOf(row: AssetRow, input: UpdateAsset): AssetChanges {
  const isPicture = isPictureKind(row.kind)
  if (isPicture && input.text !== undefined) refuse('text', 'A picture has no text.')
  if (!isPicture && (input.focalX !== undefined || input.focalY !== undefined)) {
    refuse('focalX', 'Only pictures have a focal point.')
  }
  const wanted: UpdateAsset = { ...input }
  if (input.text !== undefined) {
    const checked = checkCopyText(copyKindSchema.parse(row.kind), input.text)
    if (checked.kind === 'invalid') return refuse('text', checked.message)
    wanted.text = checked.text
  }
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) =>
        value !== undefined &&
        JSON.stringify(value) !== JSON.stringify(row[field as keyof UpdateAsset]),
    ),
  )
}

function refuse(path: string, message: string): never {
  throw new ProblemError('invalid_request', message, [{ path, message }])
}

async function renderAgain(
  row: AssetRow,
  changed: AssetChanges,
  store: BlobStore,
): Promise<Omit<AssetRendition, 'assetId'>[] | null> {
  const { kind, blobSha256 } = row
  const isMoved = changed.focalX !== undefined || changed.focalY !== undefined
  if (!isMoved || !isPictureKind(kind) || kind === 'logo' || !blobSha256) return null
  const focal = { focalX: changed.focalX ?? row.focalX, focalY: changed.focalY ?? row.focalY }
  return queueImageWork(async () => {
    const bytes = await store.read(blobSha256)
    if (!bytes) throw new Error(`stored picture ${blobSha256} is missing`)
    const decoded = await decodeImage(bytes)
    if (decoded.kind === 'invalid') throw new Error(`stored picture ${blobSha256} is damaged`)
    return storeRenditions(store, await renderRenditions(decoded.pixels, kind, focal))
  })
}
