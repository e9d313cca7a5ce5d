import type { Pool } from 'pg'
import { ARM_SUM_NAMES, type ArmSums } from '@/lib/reporting/arm-sums'
import { type ElementWeights, WEIGHT_NAMES } from '@/lib/reporting/correct-element'
import { COUNT_NAMES, type EventCounts } from '@/lib/reporting/event-counts'

export interface RollupScope {
  readonly campaignId: string
  readonly from: string
  readonly to: string
  readonly segmentId: string | null
  readonly size: string | null
}

/** One group of rollup_day; a dimension it was not grouped by is null. */
export type DayGroup = ArmSums & {
  readonly arm: string
  readonly day: string | null
  readonly segmentId: string | null
  readonly size: string | null
  readonly invalidEvents: number
}

export type ElementGroup = EventCounts &
  ElementWeights & {
    readonly slot: string
    readonly assetId: string
  }

export type TimeRow = ArmSums & { readonly startsAtMs: number; readonly arm: string }

const MAX_ELEMENTS = 2_000
const DAY_PARAMETERS = 3

const sumsOf = (names: readonly string[]) =>
  names
    .map(
      (name) => `sum(${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)})::float8 AS "${name}"`,
    )
    .join(', ')
const ARM_SUMS = sumsOf(ARM_SUM_NAMES)
const ELEMENT_SUMS = sumsOf([...COUNT_NAMES, ...WEIGHT_NAMES])

const DAYS = 'campaign_id = $1 AND day BETWEEN $2::date AND $3::date'
const FILTER = 'AND ($4::text IS NULL OR segment_id = $4) AND ($5::text IS NULL OR size = $5)'

/** Totals by arm, and within each arm by day, by segment and by size. Grows with cells, not events. */
export async function readDayGroups(pool: Pool, scope: RollupScope): Promise<DayGroup[]> {
  const { rows } = await pool.query<DayGroup>(
    `SELECT arm, day::text AS day, segment_id AS "segmentId", size, ${ARM_SUMS},
       sum(invalid_events)::float8 AS "invalidEvents"
     FROM events.rollup_day WHERE ${DAYS} ${FILTER}
     GROUP BY GROUPING SETS ((arm), (arm, day), (arm, segment_id), (arm, size))
     ORDER BY day, segment_id, size, arm`,
    values(scope),
  )
  return rows
}

/** The most shown elements of the dynamic arm, at most 2,000. */
export async function readElementGroups(pool: Pool, scope: RollupScope): Promise<ElementGroup[]> {
  // The table without sizes and segments has some tens of times fewer rows.
  const isFiltered = scope.segmentId !== null || scope.size !== null
  const source = isFiltered
    ? `events.rollup_element_day WHERE ${DAYS} ${FILTER}`
    : `events.rollup_element_total WHERE ${DAYS}`
  const { rows } = await pool.query<ElementGroup>(
    `SELECT slot, asset_id AS "assetId", ${ELEMENT_SUMS} FROM ${source} AND arm = 'dynamic'
     GROUP BY slot, asset_id ORDER BY slot, sum(impressions) DESC, asset_id LIMIT ${MAX_ELEMENTS}`,
    isFiltered ? values(scope) : values(scope).slice(0, DAY_PARAMETERS),
  )
  return rows
}

/** Totals of several campaigns, by arm. */
export async function readArmTotals(
  pool: Pool,
  campaignIds: readonly string[],
  { from, to }: Pick<RollupScope, 'from' | 'to'>,
): Promise<(ArmSums & { readonly campaignId: string; readonly arm: string })[]> {
  const { rows } = await pool.query<ArmSums & { campaignId: string; arm: string }>(
    `SELECT campaign_id AS "campaignId", arm, ${ARM_SUMS} FROM events.rollup_day
     WHERE campaign_id = ANY($1) AND day BETWEEN $2::date AND $3::date
     GROUP BY campaign_id, arm`,
    [campaignIds, from, to],
  )
  return rows
}

/** By five minutes, whatever the size and segment; kept for some days only. */
export async function readTimes(pool: Pool, scope: RollupScope): Promise<TimeRow[]> {
  const { rows } = await pool.query<TimeRow>(
    `SELECT extract(epoch FROM starts_at)::float8 * 1000 AS "startsAtMs", arm, ${ARM_SUMS}
     FROM events.rollup_time
     WHERE campaign_id = $1 AND starts_at >= $2::date::timestamp AT TIME ZONE 'UTC'
       AND starts_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC'
     GROUP BY starts_at, arm ORDER BY starts_at, arm`,
    values(scope).slice(0, DAY_PARAMETERS),
  )
  return rows
}

/** Every event acknowledged before this moment is in the rollups. */
export async function readRollupTime(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ updated_at: Date }>(
    `SELECT updated_at FROM events.watermark WHERE reader = 'rollup'`,
  )
  return rows[0]?.updated_at ?? new Date(0)
}

function values(scope: RollupScope): unknown[] {
  return [scope.campaignId, scope.from, scope.to, scope.segmentId, scope.size]
}
