import type { Pool, PoolClient } from 'pg'
import { ROLLUP_STATEMENT } from './rollup-statement'

const MAX_EVENTS = 50_000
/** An idle stream still moves its watermark this often, so that reports say how fresh they are. */
const IDLE_WATERMARK_AGE_MS = 5_000

export type RollUpResult =
  /** Another process is at it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'ok'; readonly events: number; readonly hasMore: boolean }

interface Stretch {
  readonly from: string
  /** Exclusive. Every transaction before it has ended. */
  readonly to: string
  /** Every event acknowledged before this moment lies before `to`. */
  readonly completeUntil: Date
  readonly hasMore: boolean
}

/**
 * Adds what is new in the event stream to the rollups, exactly once: rollups and watermark move in
 * one transaction, and only one process at a time works. At most some 50,000 events a call.
 * @throws Error when the stream comes from another database cluster (see docs/decisions).
 */
export async function rollUpEvents(pool: Pool, maxEvents = MAX_EVENTS): Promise<RollUpResult> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await rollUpLocked(client, maxEvents)
    await client.query('COMMIT')
    return result
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    throw failure
  } finally {
    // A failed transaction goes with its connection.
    client.release(failure)
  }
}

async function rollUpLocked(client: PoolClient, maxEvents: number): Promise<RollUpResult> {
  const lock = await client.query<{ isMine: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('intarsia.rollup')) AS "isMine"`,
  )
  if (!lock.rows[0]?.isMine) return { kind: 'busy' }
  // Planned from statistics that never know the newest rows, anything but nested loops over the
  // indexes would read whole partitions.
  await client.query('SET LOCAL enable_hashjoin = off')
  await client.query('SET LOCAL enable_mergejoin = off')
  await client.query('SET LOCAL enable_seqscan = off')
  await client.query('SET LOCAL jit = off')
  const stretch = await findStretch(client, maxEvents)
  if (!stretch) return { kind: 'ok', events: 0, hasMore: false }
  const { rows } = await client.query<{ events: number }>(ROLLUP_STATEMENT, [
    stretch.from,
    stretch.to,
    stretch.completeUntil,
  ])
  return { kind: 'ok', events: rows[0]?.events ?? 0, hasMore: stretch.hasMore }
}

/** The transactions to add now; undefined when nothing happened and the watermark is fresh. */
async function findStretch(client: PoolClient, maxEvents: number): Promise<Stretch | undefined> {
  // Everything before the snapshot's xmin has ended: what of it committed is visible to the next
  // statement, and nothing joins it any more.
  const { rows } = await client.query<{ from: string; to: string; now: Date; movedAt: Date }>(
    `SELECT xid::text AS "from", pg_snapshot_xmin(pg_current_snapshot())::text AS "to",
       statement_timestamp() AS now, updated_at AS "movedAt"
     FROM events.watermark WHERE reader = 'rollup'`,
  )
  const [row] = rows
  if (!row) throw new Error('the watermark of the rollup is missing')
  if (BigInt(row.from) > BigInt(row.to)) {
    throw new Error('the event stream was restored from another database cluster: see docs')
  }
  const isFresh = row.now.getTime() - row.movedAt.getTime() < IDLE_WATERMARK_AGE_MS
  const found = await client.query<{
    next: string | null
    any: boolean
    waitingSince: Date | null
  }>(
    `SELECT EXISTS (SELECT 1 FROM events.event WHERE xid >= $1::xid8 AND xid < $2::xid8) AS any,
       (SELECT xid::text FROM events.event WHERE xid >= $1::xid8 AND xid < $2::xid8
        ORDER BY xid OFFSET $3 LIMIT 1) AS next,
       (SELECT min(received_at) FROM events.event WHERE xid >= $2::xid8) AS "waitingSince"`,
    [row.from, row.to, maxEvents],
  )
  const { next = null, any = false, waitingSince = null } = found.rows[0] ?? {}
  if (!any && isFresh) return undefined
  if (next === null) {
    return { from: row.from, to: row.to, completeUntil: waitingSince ?? row.now, hasMore: false }
  }
  // A transaction is never divided, however large.
  const to = next === row.from ? String(BigInt(next) + 1n) : next
  return { from: row.from, to, completeUntil: row.movedAt, hasMore: true }
}
