/**
 * Sums over decisions of products of what became of each, as pairs of what is multiplied. The
 * decision is what is randomised; one of them may convert several times and see many pages.
 */
const PRODUCTS: Readonly<Record<string, readonly [Outcome, Outcome]>> = {
  conversions_squared: ['conversions', 'conversions'],
  value_squared: ['value_micros', 'value_micros'],
  clicks_conversions: ['clicks', 'conversions'],
  engaged_ms_squared: ['engaged_ms', 'engaged_ms'],
  visits_engaged_ms: ['visits', 'engaged_ms'],
  pages_squared: ['pages', 'pages'],
  visits_pages: ['visits', 'pages'],
}

const OUTCOMES = {
  clicks: "count(*) FILTER (WHERE kind = 'click')",
  conversions: "count(*) FILTER (WHERE kind = 'conversion')",
  value_micros: 'coalesce(sum(value_micros), 0)',
  visits: "count(*) FILTER (WHERE kind = 'engagement' AND dedupe_key = '1')",
  pages: "count(*) FILTER (WHERE kind = 'engagement')",
  engaged_ms: 'coalesce(sum(duration_ms), 0)',
}
type Outcome = keyof typeof OUTCOMES

const KINDS = "kind IN ('click', 'conversion', 'engagement')"

/**
 * SQL that adds products of a decision's outcomes to rollups, exactly, however its events fall
 * into batches. An event makes its decision's product grow by more than itself,
 * (a + da)(b + db) − ab, so what was rolled up of the decision before ($1) is read again: by
 * primary key, and only for decisions with a click, a conversion or a visit. `batch` must hold the
 * columns `dimensions` beside those of events.event.
 */
export function sumProducts(dimensions: {
  readonly text: readonly string[]
  readonly json: readonly string[]
}) {
  const columns = [...dimensions.text, ...dimensions.json]
  const names = Object.keys(PRODUCTS)
  const growth = Object.entries(PRODUCTS).map(
    ([name, [a, b]]) => `o.${a} * o.${b} + o.${a} * before.${b} + before.${a} * o.${b} AS ${name}`,
  )
  const outcomes = Object.entries(OUTCOMES)
    .map(([name, sql]) => `(${sql})::float8 AS ${name}`)
    .join(', ')
  return {
    names,
    none: names.map((name) => `0::float8 AS ${name}`).join(', '),
    sums: Object.fromEntries(names.map((name) => [name, `sum(${name})`])),
    /** One row for each decision with new outcomes. */
    outcomes: `outcomes AS MATERIALIZED (
  SELECT decision_id, ${dimensions.text.map((name) => `min(${name}) AS ${name}`).join(', ')},
    ${dimensions.json.map((name) => `(array_agg(${name}))[1] AS ${name}`).join(', ')}, ${outcomes}
  FROM batch WHERE counts AND ${KINDS}
  GROUP BY day, decision_id
)`,
    /** By how much the products of each grew. */
    growth: `growth AS MATERIALIZED (
  SELECT ${columns.map((name) => `o.${name}`).join(', ')}, ${growth.join(', ')}
  FROM outcomes o CROSS JOIN LATERAL (
    SELECT ${outcomes} FROM events.event e
    WHERE e.day = o.day AND e.decision_id = o.decision_id AND ${KINDS}
      AND e.invalid_reason IS NULL AND e.xid < $1::xid8
  ) AS before
)`,
  }
}
