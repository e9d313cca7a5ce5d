import type { Pool } from 'pg'
import type { Database } from '@/lib/db/client'
import { addArmSums } from '@/lib/reporting/arm-sums'
import { compareArms } from '@/lib/reporting/compare-arms'
import { computeMetrics } from '@/lib/reporting/compute-metrics'
import { eventCountsSchema } from '@/lib/reporting/event-counts'
import { resolveReportDays } from '@/lib/reporting/report'
import type { ReportTotals } from '@/lib/reporting/report-totals'
import type { Actor } from '@/lib/workspaces/permission'
import { findHoldoutShares } from './find-holdout-shares'
import { readArmTotals } from './read-rollups'

const MAX_CAMPAIGNS = 200

/** Totals of the last 30 days of every campaign of the workspace that showed anything in them. */
export async function listReportTotals(
  { db, pool }: { db: Database; pool: Pool },
  actor: Actor,
  nowMs: number,
): Promise<ReportTotals[]> {
  const campaigns = await db.campaign.findMany({
    where: { workspaceId: actor.workspaceId },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
    take: MAX_CAMPAIGNS,
  })
  const ids = campaigns.map(({ id }) => id)
  const rows = await readArmTotals(pool, ids, resolveReportDays({}, nowMs))
  const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId)
  const holdoutShares = await findHoldoutShares(db, [...byCampaign.keys()])
  return [...byCampaign].flatMap(([campaignId, arms]) => {
    const sumsOf = (arm: string) => addArmSums(arms.filter((row) => row.arm === arm))
    const holdoutShare = holdoutShares.get(campaignId) ?? null
    const [lift] = compareArms(sumsOf('dynamic'), sumsOf('holdout'), holdoutShare)
    const sums = addArmSums(arms)
    const counts = eventCountsSchema.parse(sums)
    return lift ? { campaignId, counts, metrics: computeMetrics(counts, null, sums), lift } : []
  })
}
