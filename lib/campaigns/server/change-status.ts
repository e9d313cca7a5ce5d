import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { notifyChange } from '@/lib/db/change-channel'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { CampaignStatus } from '@/lib/campaigns/campaign-draft'
import { getCampaign } from './get-campaign'

export const statusActionSchema = z.enum(['pause', 'resume', 'end'])
export type StatusAction = z.infer<typeof statusActionSchema>

const TRANSITIONS: Record<StatusAction, { from: CampaignStatus[]; to: CampaignStatus }> = {
  pause: { from: ['live'], to: 'paused' },
  resume: { from: ['paused'], to: 'live' },
  end: { from: ['live', 'paused'], to: 'ended' },
}

/** Pauses, resumes or ends a published campaign; serving follows within a second. */
export async function changeCampaignStatus(
  db: Database,
  actor: Actor,
  campaignId: string,
  action: StatusAction,
): Promise<CampaignDetail> {
  const { from, to } = TRANSITIONS[action]
  await db.$transaction(async (tx) => {
    const { count } = await tx.campaign.updateMany({
      where: { id: campaignId, workspaceId: actor.workspaceId, status: { in: from } },
      data: { status: to },
    })
    if (count === 0) {
      const campaign = await tx.campaign.findFirst({
        where: { id: campaignId, workspaceId: actor.workspaceId },
      })
      if (!campaign) throw notFound('campaign')
      throw new ProblemError(
        'conflict',
        `A campaign that is ${campaign.status} can’t be changed this way.`,
      )
    }
    await writeAuditEntry(tx, actor, `campaign.${action}`, campaignId)
    await notifyChange(tx, { kind: 'campaign', campaignId })
  })
  return getCampaign(db, actor, campaignId)
}
