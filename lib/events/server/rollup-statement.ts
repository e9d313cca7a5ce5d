import { sumProducts } from './sum-products'

/** The counts that all rollups share, out of rows that each stand for `n` alike. */
const COUNTS: Readonly<Record<string, string>> = {
  impressions: countOf("kind = 'impression'"),
  viewables: countOf("kind = 'viewable'"),
  clicks: countOf("kind = 'click'"),
  conversions: countOf("kind = 'conversion'"),
  value_micros: 'sum(value_micros) FILTER (WHERE counts)',
  visits: countOf("kind = 'engagement' AND page = '1'"),
  second_pages: countOf("kind = 'engagement' AND page = '2'"),
  pages: countOf("kind = 'engagement'"),
  engaged_ms: 'sum(duration_ms) FILTER (WHERE counts)',
}
const INVALID_EVENTS = { invalid_events: 'sum(n) FILTER (WHERE NOT counts)' }

function countOf(condition: string): string {
  return `sum(n) FILTER (WHERE counts AND ${condition})`
}

/** Sums of weights over an element's decisions, as lib/experiments/off-policy names them. */
const WEIGHTS: Readonly<Record<string, string>> = {
  w: "sum(w) FILTER (WHERE kind = 'impression')",
  ww: "sum(ww) FILTER (WHERE kind = 'impression')",
  click_wr: "sum(w) FILTER (WHERE kind = 'click')",
  click_wwr: "sum(ww) FILTER (WHERE kind = 'click')",
  conversion_wr: "sum(w) FILTER (WHERE kind = 'conversion')",
  conversion_wwr: "sum(ww) FILTER (WHERE kind = 'conversion')",
  conversion_wwrr: 'sum(conversion_wwrr)',
}

/** What no draw can have had carries no weight, rather than an infinite one. */
const IS_WEIGHABLE = 'FILTER (WHERE p BETWEEN 1e-6 AND 1)'

/** Sums end at 64 bits instead of failing: absurd values must not stop all counting. */
function clamped(sql: string): string {
  return `least((${sql})::numeric, 9223372036854775807)::bigint`
}

function upsert(options: {
  table: string
  keys: readonly string[]
  source: string
  counts: Readonly<Record<string, string>>
  /** Aggregates of floating point. */
  sums: Readonly<Record<string, string>>
  attributes: readonly string[]
}): string {
  const { table, keys, attributes, counts, sums } = options
  const names = [...Object.keys(counts), ...Object.keys(sums)]
  const aggregates = [
    ...Object.values(counts).map((sql) => clamped(`coalesce(${sql}, 0)`)),
    ...Object.values(sums).map((sql) => `coalesce(${sql}, 0)`),
  ]
  const additions = [
    ...Object.keys(counts).map(
      (name) => `${name} = ${clamped(`r.${name}::numeric + excluded.${name}`)}`,
    ),
    ...Object.keys(sums).map((name) => `${name} = r.${name} + excluded.${name}`),
  ]
  return `
    INSERT INTO events.${table} AS r (${[...keys, ...attributes, ...names].join(', ')})
    SELECT ${[...keys, ...attributes.map((name) => `min(${name})`), ...aggregates].join(', ')}
    FROM ${options.source}
    GROUP BY ${keys.join(', ')}
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${additions.join(', ')}`
}

const PLACE = 'campaign_id, day, arm, starts_at, placement_id, size, segment_id'
const products = sumProducts({
  text: [
    'campaign_id',
    'workspace_id',
    'day',
    'arm',
    'starts_at',
    'placement_id',
    'size',
    'segment_id',
  ],
  json: ['assets', 'propensities'],
})

/**
 * Adds the events of transactions [$1, $2) to all rollups and moves the watermark to $2.
 * An event always has its decision: they are written in one transaction. Rows that are alike are
 * put together before they are spread over columns, which is most of the work.
 */
export const ROLLUP_STATEMENT = `
WITH batch AS MATERIALIZED (
  SELECT e.campaign_id, e.workspace_id, e.day, e.decision_id, e.kind,
    e.dedupe_key,
    CASE WHEN e.kind = 'engagement' AND e.dedupe_key IN ('1', '2') THEN e.dedupe_key ELSE '' END
      AS page,
    e.value_micros, e.duration_ms, e.invalid_reason IS NULL AS counts,
    d.record->>'arm' AS arm,
    date_bin('5 minutes', to_timestamp((d.record->>'decidedAtMs')::float8 / 1000), 'epoch')
      AS starts_at,
    d.record->>'placementId' AS placement_id,
    d.record->>'size' AS size,
    coalesce(d.record->'segmentIds'->>0, 'none') AS segment_id,
    d.record->'assets' AS assets,
    d.record->'propensities' AS propensities
  FROM events.event e
  JOIN events.decision d ON d.day = e.day AND d.id = e.decision_id
  WHERE e.xid >= $1::xid8 AND e.xid < $2::xid8
), ${products.outcomes}, ${products.growth}, parts AS MATERIALIZED (
  SELECT ${PLACE}, min(workspace_id) AS workspace_id, kind, page, counts, count(*) AS n,
    sum(value_micros) AS value_micros, sum(duration_ms) AS duration_ms, ${products.none}
  FROM batch GROUP BY ${PLACE}, kind, page, counts
  UNION ALL
  SELECT ${PLACE}, workspace_id, 'product', '', true, 0, 0, 0, ${products.names.join(', ')}
  FROM growth
), days AS (${upsert({
  table: 'rollup_day',
  keys: ['campaign_id', 'day', 'arm', 'placement_id', 'segment_id'],
  attributes: ['size', 'workspace_id'],
  source: 'parts',
  counts: { ...COUNTS, ...INVALID_EVENTS },
  sums: products.sums,
})}
), times AS (${upsert({
  table: 'rollup_time',
  keys: ['campaign_id', 'starts_at', 'arm'],
  attributes: ['workspace_id'],
  source: '(SELECT * FROM parts WHERE counts) AS counted',
  counts: COUNTS,
  sums: products.sums,
})}
), cells AS MATERIALIZED (
  SELECT campaign_id, day, arm, size, segment_id, slot, asset_id, min(workspace_id) AS workspace_id,
    kind, page, true AS counts, count(*) AS n, sum(value_micros) AS value_micros,
    sum(duration_ms) AS duration_ms, sum(1 / p) ${IS_WEIGHABLE} AS w,
    sum(1 / (p * p)) ${IS_WEIGHABLE} AS ww,
    sum(conversions_squared / (p * p)) ${IS_WEIGHABLE} AS conversion_wwrr
  FROM (
    SELECT shown.*, slot, asset_id,
      CASE WHEN kind <> 'viewable' AND kind <> 'engagement'
        THEN (propensities->>slot)::float8 END AS p
    FROM (
      SELECT campaign_id, day, arm, size, segment_id, workspace_id, kind, page, value_micros,
        duration_ms, assets, propensities, NULL::float8 AS conversions_squared
      FROM batch WHERE counts
      UNION ALL
      SELECT campaign_id, day, arm, size, segment_id, workspace_id, 'product', '', 0,
        0, assets, propensities, conversions_squared
      FROM growth WHERE conversions_squared > 0
    ) AS shown CROSS JOIN LATERAL jsonb_each_text(assets) AS element (slot, asset_id)
    -- Or p would be read from the JSON again for each sum.
    OFFSET 0
  ) AS weighted
  GROUP BY campaign_id, day, arm, size, segment_id, slot, asset_id, kind, page
), elements AS (${upsert({
  table: 'rollup_element_day',
  keys: ['campaign_id', 'day', 'arm', 'size', 'segment_id', 'slot', 'asset_id'],
  attributes: ['workspace_id'],
  source: 'cells',
  counts: COUNTS,
  sums: WEIGHTS,
})}
), element_totals AS (${upsert({
  table: 'rollup_element_total',
  keys: ['campaign_id', 'day', 'arm', 'slot', 'asset_id'],
  attributes: ['workspace_id'],
  source: 'cells',
  counts: COUNTS,
  sums: WEIGHTS,
})}
), moved AS (
  UPDATE events.watermark SET xid = $2::xid8, updated_at = $3 WHERE reader = 'rollup'
)
SELECT count(*)::integer AS events FROM batch`
