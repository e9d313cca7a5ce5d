import { z } from 'zod'
import type { Database } from '@/lib/db/client'

/** What a report needs to know of a campaign besides its counts. */
export interface CampaignFacts {
  readonly name: string
  readonly isSimulated: boolean
  readonly currency: string | null
  /** Null when no cost was entered. */
  readonly cpmMicros: number | null
  /** Null when it was not the same in the newest revisions. */
  readonly holdoutShare: number | null
}

/** Step 1 as far as money is concerned; the rest is the campaigns' business. */
const moneySchema = z.object({ currency: z.string(), cpmMicros: z.number() }).partial().catch({})
const NEWEST_REVISIONS = 20

export async function findCampaignFacts(
  db: Database,
  workspaceId: string,
  campaignId: string,
): Promise<CampaignFacts | null> {
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, workspaceId },
    select: { name: true, objectives: true },
  })
  if (!campaign) return null
  const revisions = await db.$queryRaw<{ isSimulated: boolean; holdoutShare: number | null }[]>`
    SELECT coalesce((document->>'isSimulated')::boolean, false) AS "isSimulated",
      (document->'experiment'->>'holdoutShare')::float8 AS "holdoutShare"
    FROM campaign_snapshot WHERE campaign_id = ${campaignId}
    ORDER BY revision DESC LIMIT ${NEWEST_REVISIONS}`
  const { currency, cpmMicros } = moneySchema.parse(campaign.objectives)
  const [newest] = revisions
  const isSteady = revisions.every(({ holdoutShare }) => holdoutShare === newest?.holdoutShare)
  return {
    name: campaign.name,
    isSimulated: newest?.isSimulated ?? false,
    currency: currency ?? null,
    cpmMicros: cpmMicros || null,
    holdoutShare: isSteady ? (newest?.holdoutShare ?? null) : null,
  }
}
