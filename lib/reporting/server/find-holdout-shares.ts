import type { Database } from '@/lib/db/client'
import { NEWEST_REVISIONS } from './find-campaign-facts'

/** The holdout's share of each campaign for which it was the same in the newest revisions. */
export async function findHoldoutShares(
  db: Database,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ campaignId: string; holdoutShare: number }[]>`
    SELECT campaign.id AS "campaignId", min(newest.share) AS "holdoutShare"
    FROM unnest(${[...campaignIds]}::text[]) AS campaign(id)
    CROSS JOIN LATERAL (
      SELECT (document->'experiment'->>'holdoutShare')::float8 AS share
      FROM campaign_snapshot WHERE campaign_id = campaign.id
      ORDER BY revision DESC LIMIT ${NEWEST_REVISIONS}
    ) AS newest
    GROUP BY campaign.id
    HAVING min(newest.share) = max(newest.share) AND count(newest.share) = count(*)`
  return new Map(rows.map(({ campaignId, holdoutShare }) => [campaignId, holdoutShare]))
}
