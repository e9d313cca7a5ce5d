import type { Pool } from 'pg'
import { createPool } from '@/lib/db/pool'
import {
  readDayGroups,
  readElementGroups,
  readRollupTime,
  type RollupScope,
} from '@/lib/reporting/server/read-rollups'
import { createMigratedDatabase } from '@/scripts/testing/test-database'

const EVENTS = 10_000_000
const CAMPAIGNS = 5
const DAYS = 30
const ROUNDS = 60

export interface ReportsBench {
  /** A whole report (totals, arms, days, segments, sizes, elements) of one campaign. */
  readonly p95Millis10M: number
  readonly medianMillis10M: number
  /** Rows of the finest rollups that hold the campaign's 10 million events. */
  readonly rollupRows: number
}

/** Reports of a campaign with 10 million events, among others as large, in a scratch database. */
export async function benchReports(databaseUrl: string): Promise<ReportsBench> {
  const database = await createMigratedDatabase(databaseUrl)
  const pool = createPool(database.url, 4)
  try {
    const rollupRows = await fillRollups(pool)
    const samples: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAtMs = performance.now()
      const total = await readReport(pool, scopeOf(round))
      samples.push(performance.now() - startedAtMs)
      if (!(total > 0)) throw new Error('the report is empty')
    }
    const sorted = samples.toSorted((left, right) => left - right)
    const quantile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
    return { p95Millis10M: quantile(0.95), medianMillis10M: quantile(0.5), rollupRows }
  } finally {
    await pool.end()
    await database.drop()
  }
}

async function readReport(pool: Pool, scope: RollupScope): Promise<number> {
  const [groups] = await Promise.all([
    readDayGroups(pool, scope),
    readElementGroups(pool, scope),
    readRollupTime(pool),
  ])
  return groups.reduce((sum, { impressions }) => sum + impressions, 0)
}

/** Three of four reports are of everything, the others of one segment or one size. */
function scopeOf(round: number): RollupScope {
  const whole = {
    campaignId: `campaign-${(round % CAMPAIGNS) + 1}`,
    from: '2026-11-01',
    to: '2026-11-30',
    segmentId: null,
    size: null,
  }
  if (round % 8 === 3) return { ...whole, segmentId: `segment-${(round % 6) + 1}` }
  return round % 8 === 7 ? { ...whole, size: '300x250' } : whole
}

const CELLS = `
  FROM generate_series(1, ${CAMPAIGNS}) AS c, generate_series(0, ${DAYS - 1}) AS d,
    (VALUES ('dynamic', 0.9), ('holdout', 0.1)) AS arms (arm, share),
    unnest(ARRAY['300x250','728x90','160x600','320x50','300x600','970x250'])
      WITH ORDINALITY AS sizes (size, placement),
    generate_series(1, 6) AS s`

/** 6 sizes × 6 segments × 6 slots of 10 assets × 30 days; three events of ten are not impressions. */
async function fillRollups(pool: Pool): Promise<number> {
  const impressions = `(share * ${(EVENTS * 0.7) / (DAYS * 36)})`
  await pool.query(`
    INSERT INTO events.rollup_day (campaign_id, day, arm, placement_id, size, segment_id,
      workspace_id, impressions, viewables, clicks, conversions, value_micros)
    SELECT 'campaign-' || c, '2026-11-01'::date + d, arm, 'placement-' || placement, size,
      'segment-' || s, 'workspace-1', ${impressions}, ${impressions} * 0.4, ${impressions} * 0.02,
      ${impressions} * 0.001, ${impressions} * 20000
    ${CELLS}`)
  await pool.query(`
    INSERT INTO events.rollup_element_day (campaign_id, day, arm, size, segment_id, slot, asset_id,
      workspace_id, impressions, viewables, clicks, conversions, value_micros)
    SELECT 'campaign-' || c, '2026-11-01'::date + d, arm, size, 'segment-' || s, 'slot-' || slot,
      'asset-' || slot || '-' || asset, 'workspace-1', ${impressions} / 10, ${impressions} / 25,
      ${impressions} / 500, ${impressions} / 10000, ${impressions} * 2000
    ${CELLS}, generate_series(1, 6) AS slot, generate_series(1, 10) AS asset`)
  await pool.query(`
    INSERT INTO events.rollup_element_total
    SELECT campaign_id, day, arm, slot, asset_id, min(workspace_id), sum(impressions),
      sum(viewables), sum(clicks), sum(conversions), sum(value_micros)
    FROM events.rollup_element_day GROUP BY campaign_id, day, arm, slot, asset_id`)
  await pool.query(
    'VACUUM ANALYZE events.rollup_day, events.rollup_element_day, events.rollup_element_total',
  )
  const { rows } = await pool.query<{ rows: number }>(
    `SELECT (SELECT count(*) FROM events.rollup_day WHERE campaign_id = 'campaign-1')::int
       + (SELECT count(*) FROM events.rollup_element_day WHERE campaign_id = 'campaign-1')::int
       AS rows`,
  )
  return rows[0]?.rows ?? 0
}
