import type { Database, DatabaseSession } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { Prisma } from '@/prisma/generated/client'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { getCampaign } from './get-campaign'

/**
 * One step's save: takes the campaign's edit lock, refuses a stale edit (409), applies the change,
 * notes it, and answers the whole campaign as it is now. Nothing is half-written.
 */
export async function saveCampaign(
  db: Database,
  actor: Actor,
  campaignId: string,
  edit: {
    action: string
    editVersion: number
    data: Prisma.CampaignUncheckedUpdateInput
    apply?: (tx: DatabaseSession) => Promise<void>
  },
): Promise<CampaignDetail> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.campaign.updateMany({
      where: { id: campaignId, workspaceId: actor.workspaceId, editVersion: edit.editVersion },
      data: {
        ...edit.data,
        editVersion: { increment: 1 },
      } as Prisma.CampaignUncheckedUpdateManyInput,
    })
    if (count === 0) await refuseEdit(tx, actor.workspaceId, campaignId)
    await edit.apply?.(tx)
    await writeAuditEntry(tx, actor, edit.action, campaignId)
  })
  return getCampaign(db, actor, campaignId)
}

async function refuseEdit(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
): Promise<never> {
  if ((await db.campaign.count({ where: { id: campaignId, workspaceId } })) === 0)
    throw notFound('campaign')
  throw new ProblemError(
    'conflict',
    'The campaign was changed since you opened it. Reload to see the newest version.',
  )
}
