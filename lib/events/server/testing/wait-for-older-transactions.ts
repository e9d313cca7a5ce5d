import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'

/**
 * Waits until every transaction that has begun by now is over, in whichever database of the
 * cluster: from then on readers of the stream see everything written so far.
 */
export async function waitForOlderTransactions(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid')
  for (;;) {
    const { rows: found } = await pool.query<{ isOver: boolean }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AS "isOver"',
      [rows[0]?.xid],
    )
    if (found[0]?.isOver) return
    await sleep(10)
  }
}
