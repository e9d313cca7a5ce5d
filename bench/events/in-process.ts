import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { from } from 'pg-copy-streams'
import { v7 as uuidv7 } from 'uuid'
import { type EventRow, toEventRow } from '@/lib/events/event-row'
import type { EventWriter } from '@/lib/events/server/event-writer'
import { makeDecision } from '@/lib/events/testing/make-decision'

const COPIED_ROWS = 200_000

/** Impressions of decisions that no one has seen, made beforehand. */
export function makeRows(count: number): EventRow[] {
  return Array.from({ length: count }, (_, n) =>
    toEventRow(makeDecision(n, Date.now(), { id: uuidv7() }), { kind: 'impression' }, null),
  )
}

/** All rows through the writer, `waiting` at a time: events a second. */
export async function measureWriter(
  writer: EventWriter,
  rows: readonly EventRow[],
  waiting: number,
): Promise<number> {
  const startedAtMs = performance.now()
  let next = 0
  const client = async (): Promise<void> => {
    for (let row = rows[next++]; row; row = rows[next++]) {
      const outcome = await writer.write(row)
      if (outcome !== 'counted') throw new Error(`the event was ${outcome}`)
    }
  }
  await Promise.all(Array.from({ length: waiting }, client))
  return (rows.length * 1_000) / (performance.now() - startedAtMs)
}

/** The ceiling: the same event rows by one COPY, already made, without decisions or a caller. */
export async function measureCopy(pool: Pool): Promise<number> {
  await pool.query('CREATE TABLE bench_copy (LIKE events.event INCLUDING ALL)')
  const day = new Date().toISOString().slice(0, 10)
  const lines = Array.from(
    { length: COPIED_ROWS },
    () => `${day}\t${uuidv7()}\timpression\t\tworkspace-1\tcampaign-1\n`,
  )
  const client = await pool.connect()
  try {
    const startedAtMs = performance.now()
    const columns = 'day, decision_id, kind, dedupe_key, workspace_id, campaign_id'
    await pipeline([lines.join('')], client.query(from(`COPY bench_copy (${columns}) FROM STDIN`)))
    return (COPIED_ROWS * 1_000) / (performance.now() - startedAtMs)
  } finally {
    client.release()
    await pool.query('DROP TABLE bench_copy')
  }
}
