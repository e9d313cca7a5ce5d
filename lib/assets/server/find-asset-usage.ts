import type { AssetUsage } from '@/lib/assets/asset'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { getAssetRow } from './get-asset'

/** The campaigns and slots an asset is in, and which of them serve it now. */
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
  const liveIds = await findLiveCampaigns(db, actor.workspaceId, assetId)
  return {
    items: rows.map(({ pausedAt, slot }) => ({
      campaignId: slot.campaign.id,
      campaignName: slot.campaign.name,
      campaignStatus: slot.campaign.status,
      slot: slot.key,
      isPaused: pausedAt !== null,
      isLive: liveIds.has(slot.campaign.id),
    })),
  }
}

/** Live campaigns whose newest snapshot has the asset. */
async function findLiveCampaigns(
  db: DatabaseSession,
  workspaceId: string,
  assetId: string,
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT campaign.id FROM campaign
    JOIN campaign_snapshot ON campaign_snapshot.campaign_id = campaign.id
      AND campaign_snapshot.revision = campaign.revision
    WHERE campaign.workspace_id = ${workspaceId} AND campaign.status = 'live'
      AND campaign_snapshot.document->'assets' ? ${assetId}`
  return new Set(rows.map(({ id }) => id))
}
