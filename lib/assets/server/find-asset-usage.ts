import type { AssetUsage } from '@/lib/assets/asset'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { getAssetRow } from './get-asset'

/** The campaigns and slots an asset is in. */
export async function findAssetUsage(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<AssetUsage> {
  await getAssetRow(db, actor, assetId)
  const rows = await db.campaignSlotAsset.findMany({
    where: { assetId, slot: { campaign: { workspaceId: actor.workspaceId } } },
    select: {
      pausedAt: true,
      slot: { select: { key: true, campaign: { select: { id: true, name: true, status: true } } } },
    },
    orderBy: [{ slot: { campaign: { name: 'asc' } } }, { slot: { position: 'asc' } }],
  })
  return {
    items: rows.map(({ pausedAt, slot }) => ({
      campaignId: slot.campaign.id,
      campaignName: slot.campaign.name,
      campaignStatus: slot.campaign.status,
      slot: slot.key,
      isPaused: pausedAt !== null,
    })),
  }
}
