/** The counts that all rollups share, as aggregates. */
const COUNTS: Readonly<Record<string, string>> = {
  impressions: "count(*) FILTER (WHERE counts AND kind = 'impression')",
  viewables: "count(*) FILTER (WHERE counts AND kind = 'viewable')",
  clicks: "count(*) FILTER (WHERE counts AND kind = 'click')",
  conversions: "count(*) FILTER (WHERE counts AND kind = 'conversion')",
  value_micros: 'coalesce(sum(value_micros) FILTER (WHERE counts), 0)',
  visits: "count(*) FILTER (WHERE counts AND kind = 'engagement' AND dedupe_key = '1')",
  second_pages: "count(*) FILTER (WHERE counts AND kind = 'engagement' AND dedupe_key = '2')",
  pages: "count(*) FILTER (WHERE counts AND kind = 'engagement')",
  engaged_ms: 'coalesce(sum(duration_ms) FILTER (WHERE counts), 0)',
}
const INVALID_EVENTS = { invalid_events: 'count(*) FILTER (WHERE NOT counts)' }

/** Sums end at 64 bits instead of failing: absurd values must not stop all counting. */
function clamped(sql: string): string {
  return `least((${sql})::numeric, 9223372036854775807)::bigint`
}

function upsert(options: {
  table: string
  keys: readonly string[]
  source: string
  counts: Readonly<Record<string, string>>
  attributes: readonly string[]
}): string {
  const { table, keys, attributes, counts } = options
  const names = Object.keys(counts)
  const aggregates = Object.values(counts).map(clamped)
  const sums = names.map((name) => `${name} = ${clamped(`r.${name}::numeric + excluded.${name}`)}`)
  return `
    INSERT INTO events.${table} AS r (${[...keys, ...attributes, ...names].join(', ')})
    SELECT ${[...keys, ...attributes.map((name) => `min(${name})`), ...aggregates].join(', ')}
    FROM ${options.source}
    GROUP BY ${keys.join(', ')}
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sums.join(', ')}`
}

/**
 * Adds the events of transactions [$1, $2) to all rollups and moves the watermark to $2.
 * An event always has its decision: they are written in one transaction.
 */
export const ROLLUP_STATEMENT = `
WITH batch AS MATERIALIZED (
  SELECT e.campaign_id, e.workspace_id, e.day, e.kind, e.dedupe_key, e.value_micros, e.duration_ms,
    e.invalid_reason IS NULL AS counts,
    d.record->>'arm' AS arm,
    date_bin('5 minutes', to_timestamp((d.record->>'decidedAtMs')::float8 / 1000), 'epoch')
      AS starts_at,
    d.record->>'placementId' AS placement_id,
    d.record->>'size' AS size,
    coalesce(d.record->'segmentIds'->>0, 'none') AS segment_id,
    d.record->'assets' AS assets
  FROM events.event e
  JOIN events.decision d ON d.day = e.day AND d.id = e.decision_id
  WHERE e.xid >= $1::xid8 AND e.xid < $2::xid8
), days AS (${upsert({
  table: 'rollup_day',
  keys: ['campaign_id', 'day', 'arm', 'placement_id', 'segment_id'],
  attributes: ['size', 'workspace_id'],
  source: 'batch',
  counts: { ...COUNTS, ...INVALID_EVENTS },
})}
), times AS (${upsert({
  table: 'rollup_time',
  keys: ['campaign_id', 'starts_at', 'arm'],
  attributes: ['workspace_id'],
  source: '(SELECT * FROM batch WHERE counts) AS counted',
  counts: COUNTS,
})}
), slots AS MATERIALIZED (
  SELECT batch.*, slot, asset_id
  FROM batch CROSS JOIN LATERAL jsonb_each_text(assets) AS element (slot, asset_id)
  WHERE counts
), elements AS (${upsert({
  table: 'rollup_element_day',
  keys: ['campaign_id', 'day', 'arm', 'size', 'segment_id', 'slot', 'asset_id'],
  attributes: ['workspace_id'],
  source: 'slots',
  counts: COUNTS,
})}
), element_totals AS (${upsert({
  table: 'rollup_element_total',
  keys: ['campaign_id', 'day', 'arm', 'slot', 'asset_id'],
  attributes: ['workspace_id'],
  source: 'slots',
  counts: COUNTS,
})}
), moved AS (
  UPDATE events.watermark SET xid = $2::xid8, updated_at = $3 WHERE reader = 'rollup'
)
SELECT count(*)::integer AS events FROM batch`
