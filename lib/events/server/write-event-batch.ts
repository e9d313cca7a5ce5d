import type { Pool, QueryConfig } from 'pg'
import type { EventRow } from '@/lib/events/event-row'
import { toStorableJson } from '@/lib/events/storable-text'

const QUERY_TIMEOUT_MS = 10_000

const DECISIONS = `
  INSERT INTO events.decision (day, id, workspace_id, campaign_id, record)
  SELECT * FROM ROWS FROM (
    unnest($1::date[], $2::uuid[], $3::text[], $4::text[]), jsonb_array_elements($5::jsonb)
  )
  ON CONFLICT DO NOTHING`

const EVENT_COLUMNS = `day, decision_id, kind, dedupe_key, workspace_id, campaign_id,
  invalid_reason, value_micros, order_id, duration_ms`

const EVENTS = `
INSERT INTO events.event (${EVENT_COLUMNS})
SELECT i.* FROM unnest(
  $6::date[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[],
  $12::text[], $13::bigint[], $14::text[], $15::integer[]
) AS i (${EVENT_COLUMNS})`

const WRITTEN = `
ON CONFLICT DO NOTHING
RETURNING decision_id, kind, dedupe_key`

// One statement is one round trip and one transaction.
const STATEMENT = `WITH decision_rows AS (${DECISIONS})${EVENTS}${WRITTEN}`

// An order is claimed only by an event that is itself new, and an event with an order is written
// only if it got the order. Apart, since looking for orders takes Postgres a quarter of its time
// for a batch, and hardly any batch has one.
const STATEMENT_WITH_ORDERS = `
WITH decision_rows AS (${DECISIONS}), claimed AS (
  INSERT INTO events.conversion_order (workspace_id, campaign_id, order_id, day)
  SELECT o.workspace_id, o.campaign_id, o.order_id, o.day
  FROM unnest($16::date[], $17::uuid[], $18::text[], $19::text[], $20::text[], $21::text[])
    AS o (day, decision_id, dedupe_key, workspace_id, campaign_id, order_id)
  WHERE NOT EXISTS (
    SELECT 1 FROM events.event e
    WHERE e.day = o.day AND e.decision_id = o.decision_id
      AND e.kind = 'conversion' AND e.dedupe_key = o.dedupe_key
  )
  ON CONFLICT DO NOTHING
  RETURNING campaign_id, order_id
)${EVENTS}
WHERE i.order_id IS NULL OR i.invalid_reason IS NOT NULL
  OR EXISTS (SELECT 1 FROM claimed c WHERE c.campaign_id = i.campaign_id AND c.order_id = i.order_id)
${WRITTEN}`

/** What makes an event the same as another one. */
export function eventKey(row: Pick<EventRow, 'decisionId' | 'kind' | 'dedupeKey'>): string {
  return `${row.decisionId} ${row.kind} ${row.dedupeKey}`
}

/**
 * Commits rows in one transaction and answers the keys of those that were new. Rows must differ in
 * `eventKey`, and their order in campaign and order id. `hasDecision` tells which decisions are
 * stored already. Rejects with Postgres' own error when nothing was written, or perhaps was: then
 * writing the same rows again is safe.
 */
export async function writeEventBatch(
  pool: Pool,
  rows: readonly EventRow[],
  hasDecision: (decisionId: string) => boolean,
): Promise<ReadonlySet<string>> {
  // One order of keys in every transaction, so that two of them can't wait for each other.
  const sorted = [...rows].sort((a, b) => (a.decisionId < b.decisionId ? -1 : 1))
  const decisions = new Map(
    sorted.filter((row) => !hasDecision(row.decisionId)).map((row) => [row.decisionId, row]),
  )
  const ordered = sorted
    .filter((row) => row.orderId !== null && row.invalidReason === null)
    .sort((a, b) => ((a.orderId ?? '') < (b.orderId ?? '') ? -1 : 1))
  const hasOrders = ordered.length > 0
  const query: QueryConfig & { query_timeout: number } = {
    name: hasOrders ? 'write-event-batch-with-orders' : 'write-event-batch',
    text: hasOrders ? STATEMENT_WITH_ORDERS : STATEMENT,
    query_timeout: QUERY_TIMEOUT_MS,
    values: [
      ...decisionColumns([...decisions.values()]),
      ...eventColumns(sorted),
      ...(hasOrders ? orderColumns(ordered) : []),
    ],
  }
  const result = await pool.query<{ decision_id: string; kind: string; dedupe_key: string }>(query)
  return new Set(result.rows.map((row) => `${row.decision_id} ${row.kind} ${row.dedupe_key}`))
}

function decisionColumns(rows: readonly EventRow[]): unknown[] {
  return [
    rows.map((row) => row.day),
    rows.map((row) => row.decisionId),
    rows.map((row) => row.workspaceId),
    rows.map((row) => row.campaignId),
    // One JSON text: an array of them would be escaped here and unescaped there.
    `[${rows.map((row) => toStorableJson(row.record)).join(',')}]`,
  ]
}

function orderColumns(rows: readonly EventRow[]): unknown[] {
  return [
    rows.map((row) => row.day),
    rows.map((row) => row.decisionId),
    rows.map((row) => row.dedupeKey),
    rows.map((row) => row.workspaceId),
    rows.map((row) => row.campaignId),
    rows.map((row) => row.orderId),
  ]
}

function eventColumns(rows: readonly EventRow[]): unknown[] {
  return [
    rows.map((row) => row.day),
    rows.map((row) => row.decisionId),
    rows.map((row) => row.kind),
    rows.map((row) => row.dedupeKey),
    rows.map((row) => row.workspaceId),
    rows.map((row) => row.campaignId),
    rows.map((row) => row.invalidReason),
    rows.map((row) => row.valueMicros),
    rows.map((row) => row.orderId),
    rows.map((row) => row.durationMs),
  ]
}
