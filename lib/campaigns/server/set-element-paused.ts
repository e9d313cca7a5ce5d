import type { Database } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { CampaignDetail, SetElementPaused } from '@/lib/campaigns/campaign-api'
import { getCampaign } from './get-campaign'

/** Step 7: takes an element out of dynamic ads, or back in, from the next publication. */
export async function setElementPaused(
  db: Database,
  actor: Actor,
  campaignId: string,
  input: SetElementPaused,
): Promise<CampaignDetail> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.campaignSlotAsset.updateMany({
      where: {
        assetId: input.assetId,
        slot: { key: input.slot, campaignId, campaign: { workspaceId: actor.workspaceId } },
      },
      data: { pausedAt: input.isPaused ? new Date() : null },
    })
    if (count === 0) throw notFound('element')
    await tx.campaign.update({ where: { id: campaignId }, data: { editVersion: { increment: 1 } } })
    await writeAuditEntry(
      tx,
      actor,
      input.isPaused ? 'campaign.element.pause' : 'campaign.element.resume',
      campaignId,
      {
        slot: input.slot,
        assetId: input.assetId,
      },
    )
  })
  return getCampaign(db, actor, campaignId)
}
