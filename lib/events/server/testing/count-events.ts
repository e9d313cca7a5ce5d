import type { Pool } from 'pg'

const NAMES = [
  'impressions',
  'viewables',
  'clicks',
  'conversions',
  'value',
  'visits',
  'second',
  'pages',
  'engaged',
  'invalid',
] as const
export type EventCounts = Record<(typeof NAMES)[number], number>

const fromEvents = (times: string, source: string) => `
SELECT
  ${times} FILTER (WHERE ok AND kind = 'impression') AS impressions,
  ${times} FILTER (WHERE ok AND kind = 'viewable') AS viewables,
  ${times} FILTER (WHERE ok AND kind = 'click') AS clicks,
  ${times} FILTER (WHERE ok AND kind = 'conversion') AS conversions,
  sum(n * value_micros) FILTER (WHERE ok) AS value,
  ${times} FILTER (WHERE ok AND kind = 'engagement' AND dedupe_key = '1') AS visits,
  ${times} FILTER (WHERE ok AND kind = 'engagement' AND dedupe_key = '2') AS second,
  ${times} FILTER (WHERE ok AND kind = 'engagement') AS pages,
  sum(n * duration_ms) FILTER (WHERE ok) AS engaged,
  count(*) FILTER (WHERE NOT ok) AS invalid
FROM (${source}) AS counted`

const SOURCE = `SELECT e.*, invalid_reason IS NULL AS ok,
  (SELECT count(*) FROM jsonb_object_keys(d.record->'assets')) AS slots, %n AS n
  FROM events.event e JOIN events.decision d ON d.id = e.decision_id AND d.day = e.day`

/** The truth: counted over the events themselves. */
export function countEvents(pool: Pool): Promise<EventCounts> {
  return read(pool, fromEvents('count(*)', SOURCE.replace('%n', '1')))
}

/** The same over the events, each counted once for each of its slots, as elements do. */
export function countElements(pool: Pool): Promise<EventCounts> {
  return read(
    pool,
    fromEvents(
      'sum(slots)',
      SOURCE.replace('%n', "(SELECT count(*) FROM jsonb_object_keys(d.record->'assets'))"),
    ),
  )
}

export function sumDays(pool: Pool): Promise<EventCounts> {
  return read(pool, sums('rollup_day', 'sum(invalid_events)'))
}

/** Of five minutes each; invalid events are not among them. */
export function sumTimes(pool: Pool): Promise<EventCounts> {
  return read(pool, sums('rollup_time', '0'))
}

/** Invalid events are no one's elements. */
export function sumElements(
  pool: Pool,
  table: 'rollup_element_day' | 'rollup_element_total',
): Promise<EventCounts> {
  return read(pool, sums(table, '0'))
}

const sums = (table: string, invalid: string) => `
SELECT sum(impressions) AS impressions, sum(viewables) AS viewables, sum(clicks) AS clicks,
  sum(conversions) AS conversions, sum(value_micros) AS value, sum(visits) AS visits,
  sum(second_pages) AS second, sum(pages) AS pages, sum(engaged_ms) AS engaged,
  ${invalid} AS invalid
FROM events.${table}`

async function read(pool: Pool, text: string): Promise<EventCounts> {
  const { rows } = await pool.query<Record<string, string | null>>(text)
  return Object.fromEntries(
    NAMES.map((name) => [name, Number(rows[0]?.[name] ?? 0)]),
  ) as EventCounts
}
