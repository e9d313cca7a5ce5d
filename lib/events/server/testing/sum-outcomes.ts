import type { Pool } from 'pg'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { addDecision, NO_WEIGHTS } from '@/lib/experiments/off-policy/weighted-sums'
import type { WeightedSums } from '@/lib/experiments/off-policy/weighted-sums'

interface StoredDecision {
  readonly record: DecisionRecord
  readonly impressions: number
  readonly clicks: number
  readonly conversions: number
  readonly valueMicros: number
  readonly visits: number
  readonly pages: number
  readonly engagedMs: number
}

/** What became of every decision, without invalid traffic. */
async function readDecisions(pool: Pool): Promise<StoredDecision[]> {
  const { rows } = await pool.query<StoredDecision>(`
    SELECT d.record,
      (count(*) FILTER (WHERE kind = 'impression'))::int AS impressions,
      (count(*) FILTER (WHERE kind = 'click'))::int AS clicks,
      (count(*) FILTER (WHERE kind = 'conversion'))::int AS conversions,
      sum(value_micros)::float8 AS "valueMicros",
      (count(*) FILTER (WHERE kind = 'engagement' AND dedupe_key = '1'))::int AS visits,
      (count(*) FILTER (WHERE kind = 'engagement'))::int AS pages,
      sum(duration_ms)::float8 AS "engagedMs"
    FROM events.event e JOIN events.decision d ON d.day = e.day AND d.id = e.decision_id
    WHERE invalid_reason IS NULL GROUP BY d.day, d.id, d.record`)
  return rows
}

const PRODUCTS: Readonly<Record<string, (decision: StoredDecision) => number>> = {
  conversions_squared: (d) => d.conversions ** 2,
  value_squared: (d) => d.valueMicros ** 2,
  clicks_conversions: (d) => d.clicks * d.conversions,
  engaged_ms_squared: (d) => d.engagedMs ** 2,
  visits_engaged_ms: (d) => d.visits * d.engagedMs,
  pages_squared: (d) => d.pages ** 2,
  visits_pages: (d) => d.visits * d.pages,
}

/** The products of every arm, computed decision by decision: arm → name → sum. */
export async function sumProductsByArm(pool: Pool) {
  const byArm = Map.groupBy(await readDecisions(pool), ({ record }) => record.arm)
  return Object.fromEntries(
    [...byArm].map(([arm, decisions]) => [
      arm,
      Object.fromEntries(
        Object.entries(PRODUCTS).map(([name, multiply]) => [
          name,
          decisions.reduce((sum, decision) => sum + multiply(decision), 0),
        ]),
      ),
    ]),
  )
}

export function readProducts(pool: Pool, table: 'rollup_day' | 'rollup_time') {
  return readGroups(pool, table, ['arm'], Object.keys(PRODUCTS))
}

export interface ElementWeights {
  /** Of impressions alone. */
  readonly shown: WeightedSums
  /** Weighted as often as the element's decision was clicked or converted. */
  readonly clicked: WeightedSums
  readonly converted: WeightedSums
}

/** The weights of every element, by the pure code: `arm slot asset` → sums. */
export async function sumWeightsByElement(pool: Pool): Promise<Record<string, ElementWeights>> {
  const elements: Record<string, ElementWeights> = {}
  for (const { record, impressions, clicks, conversions } of await readDecisions(pool)) {
    for (const [slot, assetId] of Object.entries(record.assets)) {
      const key = `${record.arm} ${slot} ${assetId}`
      const { shown, clicked, converted } = elements[key] ?? {
        shown: NO_WEIGHTS,
        clicked: NO_WEIGHTS,
        converted: NO_WEIGHTS,
      }
      const weight = 1 / (record.propensities[slot] ?? Number.NaN)
      elements[key] = {
        shown: impressions ? addDecision(shown, weight, 0) : shown,
        clicked: addDecision(clicked, weight, clicks),
        converted: addDecision(converted, weight, conversions),
      }
    }
  }
  return elements
}

const WEIGHTS = [
  'w',
  'ww',
  'click_wr',
  'click_wwr',
  'conversion_wr',
  'conversion_wwr',
  'conversion_wwrr',
] as const

export function readWeights(pool: Pool, table: 'rollup_element_day' | 'rollup_element_total') {
  return readGroups(pool, table, ['arm', 'slot', 'asset_id'], WEIGHTS)
}

async function readGroups(
  pool: Pool,
  table: string,
  keys: readonly string[],
  names: readonly string[],
): Promise<Record<string, Record<string, number>>> {
  const { rows } = await pool.query<Record<string, number> & { key: string }>(
    `SELECT concat_ws(' ', ${keys.join(', ')}) AS key,
       ${names.map((name) => `sum(${name}) AS ${name}`).join(', ')}
     FROM events.${table} GROUP BY ${keys.join(', ')}`,
  )
  return Object.fromEntries(rows.map(({ key, ...sums }) => [key, sums]))
}
