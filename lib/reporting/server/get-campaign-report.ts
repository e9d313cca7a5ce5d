import type { Pool } from 'pg'
import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { armSchema } from '@/lib/decision/decision-record'
import { notFound } from '@/lib/http/problem'
import { addArmSums, armSumsSchema, type OutcomeProducts } from '@/lib/reporting/arm-sums'
import { compareArms, compareTraffic } from '@/lib/reporting/compare-arms'
import { computeMetrics } from '@/lib/reporting/compute-metrics'
import { correctElement } from '@/lib/reporting/correct-element'
import { type EventCounts, eventCountsSchema } from '@/lib/reporting/event-counts'
import { chooseTimeStep, groupTimes } from '@/lib/reporting/group-times'
import {
  type Report,
  type ReportQuery,
  type ReportRow,
  resolveReportDays,
} from '@/lib/reporting/report'
import type { Actor } from '@/lib/workspaces/permission'
import { findCampaignFacts } from './find-campaign-facts'
import {
  type DayGroup,
  type ElementGroup,
  readDayGroups,
  readElementGroups,
  readRollupTime,
  readTimes,
  type RollupScope,
} from './read-rollups'

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
  const row = (group: EventCounts, products: OutcomeProducts | null): ReportRow => {
    const counts = eventCountsSchema.parse(group)
    return { counts, metrics: computeMetrics(counts, cpmMicros, products) }
  }
  const times = await findTimes(pool, scope, groups)
  const arms = groups.filter((group) => isTotal(group))
  const sumsOf = (arm: string) => addArmSums(arms.filter((group) => group.arm === arm))
  const all = addArmSums(arms)
  const impressionsOf = countImpressionsBySlot(elements)
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
    flight: facts.flight,
    invalidEvents: arms.reduce((sum, { invalidEvents }) => sum + invalidEvents, 0),
    totals: row(all, all),
    arms: arms.map((group) => ({ arm: keysOf(group).arm, ...row(group, group) })),
    days: groups.flatMap((group) =>
      group.day === null ? [] : { day: group.day, arm: keysOf(group).arm, ...row(group, group) },
    ),
    times: times.groups.map(({ startsAtMs, arm, counts }) => ({
      startsAt: new Date(startsAtMs).toISOString(),
      arm: armSchema.parse(arm),
      ...row(counts, counts),
    })),
    timeStepMinutes: times.stepMinutes,
    segments: groups.flatMap((group) => {
      const { segmentId } = group
      if (segmentId === null) return []
      const segmentName = names.segments.get(segmentId) ?? null
      return { segmentId, segmentName, arm: keysOf(group).arm, ...row(group, group) }
    }),
    sizes: groups.flatMap((group) => {
      const { arm, size } = keysOf(group)
      return size === null ? [] : { size, arm, ...row(group, group) }
    }),
    elements: elements.map((group) => {
      const { slot, assetId } = group
      const asset = names.assets.get(assetId)
      return {
        slot,
        assetId,
        assetName: asset?.name ?? null,
        assetKind: asset?.kind ?? null,
        ...row(group, null),
        corrected: correctElement(group, group.impressions, impressionsOf.get(slot) ?? 0),
      }
    }),
    lift: compareArms(sumsOf('dynamic'), sumsOf('holdout'), facts.holdoutShare),
    sampleRatio: compareTraffic(sumsOf('dynamic'), sumsOf('holdout'), facts.holdoutShare),
  }
}

const MAX_TIMED_DAYS = 2

/** Times of day while a campaign is so young that its days are too few to see anything. */
async function findTimes(pool: Pool, scope: RollupScope, groups: readonly DayGroup[]) {
  const days = new Set(groups.flatMap(({ day }) => day ?? []))
  const isFiltered = scope.segmentId !== null || scope.size !== null
  if (isFiltered || days.size === 0 || days.size > MAX_TIMED_DAYS) {
    return { stepMinutes: 5, groups: [] }
  }
  const rows = await readTimes(pool, scope)
  const fine = rows.map((row) => ({
    startsAtMs: row.startsAtMs,
    arm: row.arm,
    counts: armSumsSchema.parse(row),
  }))
  const stepMinutes = chooseTimeStep(fine.at(0)?.startsAtMs ?? 0, fine.at(-1)?.startsAtMs ?? 0)
  return { stepMinutes, groups: groupTimes(fine, stepMinutes) }
}

/** Of the dynamic arm, in which every impression shows one element of each slot. */
function countImpressionsBySlot(elements: readonly ElementGroup[]): Map<string, number> {
  const bySlot = new Map<string, number>()
  for (const { slot, impressions } of elements) {
    bySlot.set(slot, (bySlot.get(slot) ?? 0) + impressions)
  }
  return bySlot
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
) {
  const within = (list: readonly string[]) => ({ workspaceId, id: { in: [...new Set(list)] } })
  const [segments, assets] = await Promise.all([
    db.segment.findMany({ where: within(ids.segmentIds), select: { id: true, name: true } }),
    db.asset.findMany({
      where: within(ids.assetIds),
      select: { id: true, name: true, kind: true },
    }),
  ])
  return {
    segments: new Map(segments.map(({ id, name }) => [id, name])),
    assets: new Map(assets.map((asset) => [asset.id, asset])),
  }
}
