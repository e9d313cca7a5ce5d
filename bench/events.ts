import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { createPool } from '@/lib/db/pool'
import { createEventWriter } from '@/lib/events/server/event-writer'
import { startRollupLoop } from '@/lib/events/server/start-rollup-loop'
import { stopChild } from '@/scripts/process/node-child'
import { createMigratedDatabase } from '@/scripts/testing/test-database'
import { makeRows, measureCopy, measureWriter } from './events/in-process'
import { type HttpRun, makeEventRequests, measureHttp } from './events/over-http'
import { measurePrismaCreate } from './events/prisma-create'
import { medianOf } from './median'
import { startTarget, type Target } from './start-target'

const EVENTS_AT_64 = 15_000
const EVENTS_AT_1 = 1_000
const EVENTS_IN_PROCESS = 20_000
/** Until the server's code is compiled for speed. */
const WARM_UP = 15_000
const ROUNDS = 5

export interface EventsBench {
  /** Over HTTP, one server process: durable, deduplicated, rolled up meanwhile. */
  readonly perSecond64: number
  readonly perSecond1: number
  readonly p99Ms64: number
  /** Without HTTP, 64 or 512 waiting, rolled up meanwhile too. */
  readonly inProcess64: number
  readonly inProcess512: number
  /** One Prisma `create` an event, each awaited before the next, and 512 at once. */
  readonly prismaCreatePerSecond: number
  readonly prismaCreatePerSecond512: number
  /** `inProcess512` over each of the two. */
  readonly inProcessVsPrisma: number
  readonly inProcessVsPrisma512: number
  /** Bare event rows by one COPY. */
  readonly rawCopyPerSecond: number
  readonly inProcessVsCopy: number
  readonly httpVsCopy: number
  /** From the last acknowledgement until reports had every event. */
  readonly rollupLagMs: number
}

/** What is measured in each round, one after the other, so that a busy minute hurts all of it. */
interface Round {
  readonly at64: HttpRun
  readonly at1: HttpRun
  readonly inProcess64: number
  readonly inProcess512: number
  readonly prismaInTurn: number
  readonly prismaAtOnce: number
  readonly rawCopy: number
}

/**
 * Event ingestion in a scratch database beside `databaseUrl`: five rounds, with the rollup at work. Throws when a single acknowledged event is missing from the rollups.
 */
export async function benchEvents(databaseUrl: string): Promise<EventsBench> {
  const database = await createMigratedDatabase(databaseUrl)
  const pool = createPool(database.url, 8)
  const rollup = startRollupLoop(pool)
  const secret = randomBytes(32).toString('base64url')
  const environment = {
    DATABASE_URL: database.url,
    INTARSIA_SECRET: secret,
    NEXTAUTH_SECRET: secret.toUpperCase(),
  }
  let server: Target | undefined
  try {
    const args = ['--import', 'tsx', 'scripts/serve.ts']
    server = await startTarget(() => args, '/api/health/ready', environment)
    await measureHttp(server.url, makeEventRequests(secret, WARM_UP), 64)
    const writer = createEventWriter(pool)
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        rawCopy: await measureCopy(pool),
        prismaInTurn: await measurePrismaCreate(database.url, 1),
        prismaAtOnce: await measurePrismaCreate(database.url, 512),
        inProcess512: await measureWriter(writer, makeRows(EVENTS_IN_PROCESS), 512),
        inProcess64: await measureWriter(writer, makeRows(EVENTS_IN_PROCESS), 64),
        at1: await measureHttp(server.url, makeEventRequests(secret, EVENTS_AT_1), 1),
        at64: await measureHttp(server.url, makeEventRequests(secret, EVENTS_AT_64), 64),
      })
    }
    const eventsOfARound = EVENTS_AT_64 + EVENTS_AT_1 + 2 * EVENTS_IN_PROCESS
    return summarise(rounds, await measureLag(pool, WARM_UP + ROUNDS * eventsOfARound))
  } finally {
    await rollup.stop()
    if (server) await stopChild(server.child)
    await pool.end()
    await database.drop()
  }
}

/** Rates are the best round's, since company only takes away; ratios the median of each round's. */
function summarise(rounds: readonly Round[], rollupLagMs: number): EventsBench {
  const best = (read: (round: Round) => number) => Math.max(...rounds.map(read))
  const median = (read: (round: Round) => number) => medianOf(rounds.map(read)) ?? Number.NaN
  return {
    perSecond64: best(({ at64 }) => at64.perSecond),
    perSecond1: best(({ at1 }) => at1.perSecond),
    p99Ms64: Math.min(...rounds.map(({ at64 }) => at64.p99Ms)),
    inProcess64: best(({ inProcess64 }) => inProcess64),
    inProcess512: best(({ inProcess512 }) => inProcess512),
    prismaCreatePerSecond: best(({ prismaInTurn }) => prismaInTurn),
    prismaCreatePerSecond512: best(({ prismaAtOnce }) => prismaAtOnce),
    inProcessVsPrisma: median(({ inProcess512, prismaInTurn }) => inProcess512 / prismaInTurn),
    inProcessVsPrisma512: median(({ inProcess512, prismaAtOnce }) => inProcess512 / prismaAtOnce),
    rawCopyPerSecond: best(({ rawCopy }) => rawCopy),
    inProcessVsCopy: median(({ inProcess512, rawCopy }) => inProcess512 / rawCopy),
    httpVsCopy: median(({ at64, rawCopy }) => at64.perSecond / rawCopy),
    rollupLagMs,
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
