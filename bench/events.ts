import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { createPool } from '@/lib/db/pool'
import { createEventWriter } from '@/lib/events/server/event-writer'
import { startRollupLoop } from '@/lib/events/server/start-rollup-loop'
import { stopChild } from '@/scripts/process/node-child'
import { createMigratedDatabase } from '@/scripts/testing/test-database'
import { makeRows, measureCopy, measureWriter } from './events/in-process'
import { measureHttp, sealEventPaths } from './events/over-http'
import { measurePrismaCreate } from './events/prisma-create'
import { startTarget } from './start-target'

const EVENTS_AT_64 = 30_000
const EVENTS_AT_1 = 1_500
const EVENTS_IN_PROCESS = 40_000
const WARM_UP = 4_000

export interface EventsBench {
  /** Over HTTP, one server process: durable, deduplicated, rolled up meanwhile. */
  readonly perSecond64: number
  readonly perSecond1: number
  readonly p99Ms64: number
  /** Without HTTP, 64 waiting. */
  readonly inProcess64: number
  readonly inProcess512: number
  /** The limit that object-relational mapping sets: one `create` an event, 64 waiting. */
  readonly prismaCreatePerSecond: number
  /** Of `inProcess64`. */
  readonly inProcessVsPrisma: number
  /** Bare event rows by one COPY. */
  readonly rawCopyPerSecond: number
  readonly inProcessVsCopy: number
  readonly httpVsCopy: number
  /** From the last acknowledgement until reports had every event. */
  readonly rollupLagMs: number
}

/**
 * Event ingestion in a scratch database beside `databaseUrl`. Throws when a single acknowledged
 * event is missing from the rollups.
 */
export async function benchEvents(databaseUrl: string): Promise<EventsBench> {
  const database = await createMigratedDatabase(databaseUrl)
  const pool = createPool(database.url, 8)
  const secret = randomBytes(32).toString('base64url')
  const server = await startTarget(
    () => ['--import', 'tsx', 'scripts/serve.ts'],
    '/api/health/ready',
    {
      DATABASE_URL: database.url,
      INTARSIA_SECRET: secret,
      NEXTAUTH_SECRET: secret.toUpperCase(),
    },
  ).catch(async (error: unknown) => {
    await pool.end()
    await database.drop()
    throw error
  })
  const rollup = startRollupLoop(pool)
  try {
    const rawCopyPerSecond = await measureCopy(pool)
    await measureHttp(server.url, sealEventPaths(secret, WARM_UP), 64)
    const at64 = await measureHttp(server.url, sealEventPaths(secret, EVENTS_AT_64), 64)
    const at1 = await measureHttp(server.url, sealEventPaths(secret, EVENTS_AT_1), 1)
    const writer = createEventWriter(pool)
    const inProcess64 = await measureWriter(writer, makeRows(EVENTS_IN_PROCESS), 64)
    const inProcess512 = await measureWriter(writer, makeRows(EVENTS_IN_PROCESS), 512)
    const total = WARM_UP + EVENTS_AT_64 + EVENTS_AT_1 + 2 * EVENTS_IN_PROCESS
    const rollupLagMs = await measureLag(pool, total)
    const prismaCreatePerSecond = await measurePrismaCreate(database.url, 64)
    return {
      perSecond64: at64.perSecond,
      perSecond1: at1.perSecond,
      p99Ms64: at64.p99Ms,
      inProcess64,
      inProcess512,
      prismaCreatePerSecond,
      inProcessVsPrisma: inProcess64 / prismaCreatePerSecond,
      rawCopyPerSecond,
      inProcessVsCopy: inProcess512 / rawCopyPerSecond,
      httpVsCopy: at64.perSecond / rawCopyPerSecond,
      rollupLagMs,
    }
  } finally {
    await rollup.stop()
    await stopChild(server.child)
    await pool.end()
    await database.drop()
  }
}

const LONGEST_LAG_MS = 30_000

async function measureLag(pool: Pool, expected: number): Promise<number> {
  const startedAtMs = performance.now()
  for (;;) {
    const { rows } = await pool.query<{ total: number }>(
      'SELECT coalesce(sum(impressions), 0)::float8 AS total FROM events.rollup_day',
    )
    const total = rows[0]?.total ?? 0
    const lagMs = performance.now() - startedAtMs
    if (total === expected) return lagMs
    if (total > expected || lagMs > LONGEST_LAG_MS) {
      throw new Error(`reports have ${total} of ${expected} acknowledged events`)
    }
    await sleep(20)
  }
}
