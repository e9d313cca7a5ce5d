import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'

export async function findCampaignName(
  db: Database,
  actor: Actor,
  campaignId: string,
): Promise<string | null> {
  const row = await db.campaign.findFirst({
    where: { id: campaignId, workspaceId: actor.workspaceId },
    select: { name: true },
  })
  return row?.name ?? null
}
