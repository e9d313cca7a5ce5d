import { type AssetResponse, isPictureKind, type PictureKind } from '@/lib/assets/asset'
import { PROMPT_RECIPE } from '@/lib/assets/rendition-recipe'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { BlobStore } from './blob-store'
import { getAssetRow } from './get-asset'
import { getBlobStore } from './get-blob-store'
import { hashAssetContent } from './hash-asset-content'
import { queueImageWork } from './image-queue'
import { readMasterPixels } from './read-master-pixels'
import { renderRenditions } from './render-renditions'
import { storeRenditions } from './store-renditions'
import { toAssetResponse, withRenditions } from './to-asset-response'

/**
 * Makes a picture another kind of picture: its renditions are cut for that kind's places. Only a
 * draft that no campaign uses: throws `conflict` for others, and where the workspace has the same
 * picture as that kind already.
 */
export async function changeAssetKind(
  db: Database,
  actor: Actor,
  assetId: string,
  kind: PictureKind,
  store: BlobStore = getBlobStore(),
): Promise<AssetResponse> {
  const row = await getAssetRow(db, actor, assetId)
  const { blobSha256 } = row
  if (!isPictureKind(row.kind) || !blobSha256) {
    throw new ProblemError('conflict', 'Only a picture can become another kind of picture.')
  }
  if (row.state !== 'draft') throw new ProblemError('conflict', 'Only a draft can change its kind.')
  const { workspaceId } = actor
  if (await db.asset.findFirst({ where: { workspaceId, kind, blobSha256, id: { not: row.id } } })) {
    throw new ProblemError('conflict', 'You have this picture as that kind already.')
  }
  const renditions = await queueImageWork(async () => {
    const pixels = await readMasterPixels(store, blobSha256)
    return storeRenditions(store, await renderRenditions(pixels, kind, row))
  })
  return db.$transaction(async (tx) => {
    const { count } = await tx.asset.updateMany({
      where: { id: row.id, workspaceId, updatedAt: row.updatedAt, slotAssets: { none: {} } },
      data: {
        kind,
        contentSha256: hashAssetContent({ ...row, kind }),
        renditionRecipe: PROMPT_RECIPE,
      },
    })
    if (count === 0) {
      throw new ProblemError('conflict', 'A campaign uses it, or somebody else changed it.')
    }
    await tx.assetRendition.deleteMany({ where: { assetId: row.id } })
    await tx.assetRendition.createMany({
      data: renditions.map((rendition) => ({ ...rendition, assetId: row.id })),
    })
    await writeAuditEntry(tx, actor, 'asset.updated', row.id, { fields: ['kind'] })
    return toAssetResponse(
      await tx.asset.findUniqueOrThrow({ where: { id: row.id }, include: withRenditions }),
    )
  })
}
