import type { Pool } from 'pg'
import { type Arm, type DecisionRecord, decisionRecordSchema } from '@/lib/decision/decision-record'
import type { DecisionSummary, StoredEvent } from '@/lib/events/decision-view'
import type { EventKind } from '@/lib/events/event'
import { dayOf } from '@/lib/events/event-row'

const TIME_DIGITS = 12
const LAST_TIME_MS = 253_402_300_799_999

/** A stored decision of this workspace. Null for anything else, however it is spelt. */
export async function findDecision(
  pool: Pool,
  workspaceId: string,
  decisionId: string,
): Promise<DecisionRecord | null> {
  const day = dayOfDecision(decisionId)
  if (!day) return null
  const { rows } = await pool.query<{ record: unknown }>(
    'SELECT record FROM events.decision WHERE day = $1 AND id = $2 AND workspace_id = $3',
    [day, decisionId, workspaceId],
  )
  return rows[0] ? decisionRecordSchema.parse(rows[0].record) : null
}

const MAX_EVENTS = 1_000

/** Its events in the order in which they came, at most 1,000. */
export async function listDecisionEvents(
  pool: Pool,
  record: DecisionRecord,
): Promise<StoredEvent[]> {
  const { rows } = await pool.query<Omit<StoredEvent, 'receivedAt'> & { receivedAt: Date }>(
    `SELECT kind, ltrim(dedupe_key, '!') AS key, received_at AS "receivedAt",
       invalid_reason AS "invalidReason", value_micros::float8 AS "valueMicros",
       order_id AS "orderId", duration_ms AS "durationMs"
     FROM events.event WHERE day = $1 AND decision_id = $2
     ORDER BY received_at, kind LIMIT ${MAX_EVENTS}`,
    [dayOf(record.decidedAtMs), record.id],
  )
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }))
}

export interface DecisionQuery {
  readonly campaignId: string
  readonly cursor?: string | undefined
  readonly limit: number
  readonly arm?: Arm | undefined
  /** Only decisions with a counted event of this kind. */
  readonly event?: EventKind | undefined
}

interface ListedDecision {
  readonly record: unknown
  readonly counted: EventKind[]
  readonly invalidReason: string | null
}

/** Stored decisions of a campaign, the newest first, at most `limit` before `cursor`. */
export async function listDecisions(
  pool: Pool,
  workspaceId: string,
  query: DecisionQuery,
): Promise<Omit<DecisionSummary, 'assetNames'>[]> {
  const day = query.cursor === undefined ? '9999-12-31' : dayOfDecision(query.cursor)
  if (!day) return []
  const { rows } = await pool.query<ListedDecision>(
    `SELECT record,
       ARRAY(SELECT kind FROM events.event e WHERE e.day = d.day AND e.decision_id = d.id
         AND invalid_reason IS NULL GROUP BY kind ORDER BY min(received_at), kind) AS counted,
       (SELECT invalid_reason FROM events.event e WHERE e.day = d.day AND e.decision_id = d.id
         ORDER BY invalid_reason NULLS FIRST LIMIT 1) AS "invalidReason"
     FROM events.decision d
     WHERE workspace_id = $1 AND campaign_id = $2 AND day <= $3::date
       AND ($4::uuid IS NULL OR id < $4::uuid)
       AND ($6::text IS NULL OR record->>'arm' = $6)
       AND ($7::text IS NULL OR EXISTS (SELECT 1 FROM events.event e
         WHERE e.day = d.day AND e.decision_id = d.id AND kind = $7 AND invalid_reason IS NULL))
     ORDER BY id DESC LIMIT $5`,
    [
      workspaceId,
      query.campaignId,
      day,
      query.cursor ?? null,
      query.limit,
      query.arm ?? null,
      query.event ?? null,
    ],
  )
  return rows.map(summarise)
}

function summarise({ record: stored, counted, invalidReason }: ListedDecision) {
  const record = decisionRecordSchema.parse(stored)
  const { id, placementId, size, arm, reason, assets, segmentIds, revision, policyVersion } = record
  const decidedAt = new Date(record.decidedAtMs).toISOString()
  const what = { placementId, size, arm, reason, assets, segmentIds, revision, policyVersion }
  return { id, decidedAt, ...what, counted, invalidReason }
}

/** The partition of a decision: the first 48 bits of a UUIDv7 are its time. */
function dayOfDecision(decisionId: string): string | null {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(decisionId)) return null
  const timeMs = Number.parseInt(decisionId.replace('-', '').slice(0, TIME_DIGITS), 16)
  return timeMs <= LAST_TIME_MS ? dayOf(timeMs) : null
}
