import { findStandings } from '@/lib/approvals/server/find-standing'
import { type AssetImpact, NO_IMPACT } from '@/lib/assets/asset-impact'
import { type AssetStanding, listOpenAssets, settleSnapshot } from '@/lib/campaigns/settle-snapshot'
import { notifyChange } from '@/lib/db/change-channel'
import type { DatabaseSession } from '@/lib/db/client'
import { countCombinations } from '@/lib/decision/count-combinations'
import { type Snapshot, snapshotSchema } from '@/lib/decision/snapshot'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { hashSnapshot } from './hash-snapshot'

type CampaignImpact = AssetImpact['campaigns'][number]

/**
 * Carries what became of assets (archived, changed, approved again, other rights) into the
 * campaigns that serve them, at once: each gets a revision that differs in the limits of these
 * assets only, so that replay of what was decided before stays exact and drafts stay drafts.
 * Call it in the transaction of the change, after it.
 */
export async function settleLiveAssets(
  tx: DatabaseSession,
  actor: Actor,
  assetIds: readonly string[],
): Promise<AssetImpact> {
  if (assetIds.length === 0) return NO_IMPACT
  const { workspaceId } = actor
  const campaigns = await lockCampaigns(tx, workspaceId, assetIds)
  if (campaigns.length === 0) return NO_IMPACT
  const nowMs = Date.now()
  const standings = await loadStandings(tx, workspaceId, assetIds, nowMs)
  const changed: CampaignImpact[] = []
  for (const campaign of campaigns) {
    const impact = await settleCampaign(tx, actor, campaign, standings, nowMs)
    if (impact) changed.push(impact)
  }
  return { campaigns: changed }
}

interface LockedCampaign {
  readonly id: string
  readonly name: string
  readonly revision: number
}

/**
 * Campaigns that show one of the assets or are about to: whoever is publishing one of them is
 * waited for, and then seen.
 */
async function lockCampaigns(
  tx: DatabaseSession,
  workspaceId: string,
  assetIds: readonly string[],
): Promise<LockedCampaign[]> {
  return tx.$queryRaw<LockedCampaign[]>`
    SELECT id, name, revision FROM campaign
    WHERE workspace_id = ${workspaceId} AND status <> 'ended' AND (
      EXISTS (
        SELECT 1 FROM campaign_slot slot JOIN campaign_slot_asset own ON own.slot_id = slot.id
        WHERE slot.campaign_id = campaign.id AND own.asset_id = ANY(${[...assetIds]}))
      OR EXISTS (
        SELECT 1 FROM campaign_snapshot published
        WHERE published.campaign_id = campaign.id AND published.revision = campaign.revision
          AND jsonb_exists_any(published.document->'assets', ${[...assetIds]})))
    ORDER BY id FOR UPDATE`
}

async function loadStandings(
  tx: DatabaseSession,
  workspaceId: string,
  assetIds: readonly string[],
  nowMs: number,
): Promise<Map<string, AssetStanding>> {
  const assets = await tx.asset.findMany({ where: { workspaceId, id: { in: [...assetIds] } } })
  const limits = await findStandings(tx, workspaceId, assets, nowMs)
  return new Map(
    assets.map(({ id, contentSha256 }) => [id, { contentSha256, limits: limits.get(id) ?? null }]),
  )
}

async function settleCampaign(
  tx: DatabaseSession,
  actor: Actor,
  { id: campaignId, name, revision }: LockedCampaign,
  standings: ReadonlyMap<string, AssetStanding>,
  nowMs: number,
): Promise<CampaignImpact | null> {
  // The lock may have been waited for: whoever published meanwhile left a newer revision.
  const newest = await tx.campaignSnapshot.findFirst({
    where: { campaignId, workspaceId: actor.workspaceId },
    orderBy: { revision: 'desc' },
  })
  const before = newest && snapshotSchema.safeParse(newest.document).data
  if (!before) return null
  const next = Math.max(revision, before.revision) + 1
  const settled = settleSnapshot(before, standings, nowMs)
  if (settled === before) return null
  const document = snapshotSchema.parse({ ...settled, revision: next })
  await tx.campaignSnapshot.create({
    data: {
      ...{ campaignId, revision: next, workspaceId: actor.workspaceId, document },
      contentHash: hashSnapshot(document),
      publishedById: null,
    },
  })
  await tx.campaign.update({ where: { id: campaignId }, data: { revision: next } })
  const touched = Object.keys(before.assets).filter((id) => standings.has(id))
  await writeAuditEntry(tx, actor, 'campaign.settle', campaignId, {
    revision: next,
    assetIds: touched,
  })
  await notifyChange(tx, { kind: 'campaign', campaignId })
  return { id: campaignId, name, ...countChange(before, settled, nowMs) }
}

function countChange(before: Snapshot, after: Snapshot, nowMs: number) {
  const [was, left] = [before, after].map((snapshot) => {
    const open = listOpenAssets(snapshot, nowMs)
    const closed = Object.keys(snapshot.assets).filter((id) => !open.has(id))
    return countCombinations(snapshot, new Set(closed))
  })
  const isCounted = typeof was === 'number' && typeof left === 'number'
  return {
    affectedCombinations: isCounted ? Math.abs(was - left) : null,
    leftCombinations: left ?? null,
  }
}
