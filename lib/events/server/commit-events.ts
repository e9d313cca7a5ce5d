import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { EventRow } from '@/lib/events/event-row'
import { logger } from '@/lib/http/logger'
import { judgeDatabaseError } from './judge-database-error'
import { eventKey, writeEventBatch } from './write-event-batch'

const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 1_000

/** A row that Postgres will never take. Everything else of its batch was written. */
export class RefusedEventError extends Error {
  override name = 'RefusedEventError'
}

/** The database could not be reached for as long as we were ready to wait. */
export class EventsUnavailableError extends Error {
  override name = 'EventsUnavailableError'
}

export interface CommittedEvents {
  /** `eventKey` of the rows that were new. */
  readonly written: ReadonlySet<string>
  readonly refused: ReadonlyMap<string, RefusedEventError>
}

/**
 * Commits rows whatever it takes: on a new connection after a pause, with a missing partition made,
 * one by one where a row is refused. Inserts are idempotent, so a lost answer is no danger.
 * @throws EventsUnavailableError after `patienceMs`.
 */
export async function commitEvents(
  pool: Pool,
  rows: readonly EventRow[],
  options: { hasDecision(decisionId: string): boolean; patienceMs: number },
): Promise<CommittedEvents> {
  const giveUpAtMs = Date.now() + options.patienceMs
  let pauseMs = FIRST_PAUSE_MS
  let hasPartitions = false
  for (;;) {
    try {
      return { written: await writeEventBatch(pool, rows, options.hasDecision), refused: new Map() }
    } catch (error) {
      const trouble = judgeDatabaseError(error)
      if (trouble === 'data' || (trouble === 'check' && hasPartitions)) {
        return refuseOrSplit(pool, rows, options, error)
      }
      if (Date.now() >= giveUpAtMs) {
        throw new EventsUnavailableError('events could not be stored', { cause: error })
      }
      if (trouble === 'check') {
        // A failure here shows again at the next attempt.
        hasPartitions = await ensurePartitions(pool, rows).catch(() => false)
      } else if (trouble === 'unavailable') {
        logger.warn({ err: describe(error), rows: rows.length }, 'events wait for the database')
        await sleep(pauseMs)
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      }
    }
  }
}

async function refuseOrSplit(
  pool: Pool,
  rows: readonly EventRow[],
  options: { hasDecision(decisionId: string): boolean; patienceMs: number },
  error: unknown,
): Promise<CommittedEvents> {
  const [only] = rows
  if (only && rows.length === 1) {
    logger.error({ err: describe(error), kind: only.kind }, 'event refused by the database')
    const refusal = new RefusedEventError('the event can not be stored', { cause: error })
    return { written: new Set(), refused: new Map([[eventKey(only), refusal]]) }
  }
  const written = new Set<string>()
  const refused = new Map<string, RefusedEventError>()
  for (const row of rows) {
    const part = await commitEvents(pool, [row], options)
    for (const key of part.written) written.add(key)
    for (const [key, refusal] of part.refused) refused.set(key, refusal)
  }
  return { written, refused }
}

async function ensurePartitions(pool: Pool, rows: readonly EventRow[]): Promise<boolean> {
  for (const day of new Set(rows.map((row) => row.day))) {
    await pool.query('SELECT events.ensure_partitions($1::date, $1::date)', [day])
  }
  return true
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
