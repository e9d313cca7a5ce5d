import type { AssetResponse } from '@/lib/assets/asset'
import type { DatabaseSession } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { type AssetRow, toAssetResponse, withRenditions } from './to-asset-response'

export async function getAsset(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<AssetResponse> {
  return toAssetResponse(await getAssetRow(db, actor, assetId))
}

/** Throws `not_found` for a row that is missing or another workspace's. */
export async function getAssetRow(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<AssetRow> {
  const row = await db.asset.findFirst({
    where: { id: assetId, workspaceId: actor.workspaceId },
    include: withRenditions,
  })
  if (!row) throw notFound('asset')
  return row
}
