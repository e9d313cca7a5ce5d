import type { Pool } from 'pg'
import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { armSchema } from '@/lib/decision/decision-record'
import { notFound } from '@/lib/http/problem'
import { compareArms, compareTraffic } from '@/lib/reporting/compare-arms'
import { computeMetrics } from '@/lib/reporting/compute-metrics'
import { addCounts, type EventCounts, eventCountsSchema } from '@/lib/reporting/event-counts'
import {
  type Report,
  type ReportQuery,
  type ReportRow,
  resolveReportDays,
} from '@/lib/reporting/report'
import type { Actor } from '@/lib/workspaces/permission'
import { findCampaignFacts } from './find-campaign-facts'
import { type DayGroup, readDayGroups, readElementGroups, readRollupTime } from './read-rollups'

const groupKeysSchema = z.object({ arm: armSchema, size: adSizeSchema.nullable() })

/**
 * The report of one campaign, from rollups only.
 * @throws ProblemError not_found for a campaign of another workspace.
 */
export async function getCampaignReport(
  stores: { db: Database; pool: Pool },
  actor: Actor,
  campaignId: string,
  query: ReportQuery,
  nowMs: number,
): Promise<Report> {
  const { db, pool } = stores
  const facts = await findCampaignFacts(db, actor.workspaceId, campaignId)
  if (!facts) throw notFound('campaign')
  const days = resolveReportDays(query, nowMs)
  const scope = {
    campaignId,
    ...days,
    segmentId: query.segmentId ?? null,
    size: query.size ?? null,
  }
  // Read before the rollups, so that it promises too little rather than too much.
  const asOf = await readRollupTime(pool)
  const [groups, elements] = await Promise.all([
    readDayGroups(pool, scope),
    readElementGroups(pool, scope),
  ])
  const { cpmMicros, currency } = facts
  const row = (group: EventCounts): ReportRow => {
    const counts = eventCountsSchema.parse(group)
    return { counts, metrics: computeMetrics(counts, cpmMicros) }
  }
  const arms = groups.filter((group) => isTotal(group))
  const countsOf = (arm: string) => addCounts(arms.filter((group) => group.arm === arm))
  const names = await findNames(db, actor.workspaceId, {
    segmentIds: groups.flatMap(({ segmentId }) => segmentId ?? []),
    assetIds: elements.map(({ assetId }) => assetId),
  })
  return {
    campaignId,
    campaignName: facts.name,
    isSimulated: facts.isSimulated,
    ...days,
    asOf: asOf.toISOString(),
    currency,
    cpmMicros,
    invalidEvents: arms.reduce((sum, { invalidEvents }) => sum + invalidEvents, 0),
    totals: row(addCounts(arms)),
    arms: arms.map((group) => ({ arm: keysOf(group).arm, ...row(group) })),
    days: groups.flatMap((group) =>
      group.day === null ? [] : { day: group.day, arm: keysOf(group).arm, ...row(group) },
    ),
    segments: groups.flatMap((group) => {
      const { segmentId } = group
      if (segmentId === null) return []
      const segmentName = names.segments.get(segmentId) ?? null
      return { segmentId, segmentName, arm: keysOf(group).arm, ...row(group) }
    }),
    sizes: groups.flatMap((group) => {
      const { arm, size } = keysOf(group)
      return size === null ? [] : { size, arm, ...row(group) }
    }),
    elements: elements.map((group) => {
      const { slot, assetId } = group
      return { slot, assetId, assetName: names.assets.get(assetId) ?? null, ...row(group) }
    }),
    lift: compareArms(countsOf('dynamic'), countsOf('holdout')),
    sampleRatio: compareTraffic(countsOf('dynamic'), countsOf('holdout'), facts.holdoutShare),
  }
}

function isTotal({ day, segmentId, size }: DayGroup): boolean {
  return day === null && segmentId === null && size === null
}

function keysOf(group: DayGroup): z.infer<typeof groupKeysSchema> {
  return groupKeysSchema.parse(group)
}

async function findNames(
  db: Database,
  workspaceId: string,
  ids: { segmentIds: readonly string[]; assetIds: readonly string[] },
): Promise<{ segments: ReadonlyMap<string, string>; assets: ReadonlyMap<string, string> }> {
  const within = (list: readonly string[]) => ({
    where: { workspaceId, id: { in: [...new Set(list)] } },
    select: { id: true, name: true },
  })
  const [segments, assets] = await Promise.all([
    db.segment.findMany(within(ids.segmentIds)),
    db.asset.findMany(within(ids.assetIds)),
  ])
  return {
    segments: new Map(segments.map(({ id, name }) => [id, name])),
    assets: new Map(assets.map(({ id, name }) => [id, name])),
  }
}
