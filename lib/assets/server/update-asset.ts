import { type AssetResponse, isPictureKind, type UpdateAsset } from '@/lib/assets/asset'
import { type AssetChanges, findAssetChanges } from '@/lib/assets/asset-changes'
import { assetStateAfterEdit } from '@/lib/assets/asset-state'
import { colorsOfTheme } from '@/lib/assets/theme'
import { PROMPT_RECIPE } from '@/lib/assets/rendition-recipe'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { AssetRendition } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { BlobStore } from './blob-store'
import { getAssetRow } from './get-asset'
import { getBlobStore } from './get-blob-store'
import { hashAssetContent } from './hash-asset-content'
import { queueImageWork } from './image-queue'
import { readMasterPixels } from './read-master-pixels'
import { recordVersion } from './record-version'
import { renderRenditions } from './render-renditions'
import { storeRenditions } from './store-renditions'
import { type AssetRow, toAssetResponse, withRenditions } from './to-asset-response'

/**
 * Edits an asset. A new focal point crops the picture's renditions again. A change of content (not
 * of its name, tags, rights or notes) makes a new version and sends the asset back to draft. Throws `conflict` for an archived asset or one changed meanwhile.
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
  const isContent = contentSha256 !== row.contentSha256
  const renditions = await renderAgain(row, changed, store)
  return db.$transaction(async (tx) => {
    const { count } = await tx.asset.updateMany({
      where: { id: row.id, workspaceId: actor.workspaceId, updatedAt: row.updatedAt },
      data: {
        ...changed,
        ...(isContent && { contentSha256, state: after.state, version: row.version + 1 }),
        ...(changed.theme && { dominantColors: colorsOfTheme(changed.theme) }),
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
    const edited = await tx.asset.findUniqueOrThrow({
      where: { id: row.id },
      include: withRenditions,
    })
    if (isContent) await recordVersion(tx, actor, row, edited)
    return toAssetResponse(edited)
  })
}

function changesOf(row: AssetRow, input: UpdateAsset): AssetChanges {
  const found = findAssetChanges(row, input)
  if (found.kind === 'ok') return found.changes
  const { path, message } = found
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
    const pixels = await readMasterPixels(store, blobSha256)
    return storeRenditions(store, await renderRenditions(pixels, kind, focal))
  })
}
