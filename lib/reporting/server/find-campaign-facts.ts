import { z } from 'zod'
import type { Database } from '@/lib/db/client'

/** What a report needs to know of a campaign besides its counts. */
export interface CampaignFacts {
  readonly name: string
  readonly isSimulated: boolean
  readonly currency: string | null
  /** Null when no cost was entered. */
  readonly cpmMicros: number | null
  /** Of the newest revision; null before the first. */
  readonly flight: { readonly startsAt: string; readonly endsAt: string } | null
  /** Null when it was not the same in the newest revisions. */
  readonly holdoutShare: number | null
}

/** Step 1 as far as money is concerned; the rest is the campaigns' business. */
const moneySchema = z.object({ currency: z.string(), cpmMicros: z.number() }).partial().catch({})
export const NEWEST_REVISIONS = 20

interface RevisionFacts {
  readonly isSimulated: boolean
  readonly holdoutShare: number | null
  readonly startsAtMs: number
  readonly endsAtMs: number
}

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
  const revisions = await db.$queryRaw<RevisionFacts[]>`
    SELECT coalesce((document->>'isSimulated')::boolean, false) AS "isSimulated",
      (document->'experiment'->>'holdoutShare')::float8 AS "holdoutShare",
      (document->'flight'->>'startsAtMs')::float8 AS "startsAtMs",
      (document->'flight'->>'endsAtMs')::float8 AS "endsAtMs"
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
    flight: newest
      ? {
          startsAt: new Date(newest.startsAtMs).toISOString(),
          endsAt: new Date(newest.endsAtMs).toISOString(),
        }
      : null,
    holdoutShare: isSteady ? (newest?.holdoutShare ?? null) : null,
  }
}
