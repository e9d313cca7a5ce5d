import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import { toEventRow } from '@/lib/events/event-row'
import { createEventWriter } from '@/lib/events/server/event-writer'
import { sumDays } from '@/lib/events/server/testing/count-events'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { SCHEDULED_JOBS } from './scheduled-jobs'
import { startJobs, stopJobs } from './start-jobs'

const DAY_MS = 86_400_000
const NO_ADDRESSES = { PRODUCT_PICTURE_ADDRESSES: [] }
let database: TestDatabase
let db: Database
let pool: Pool

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(database.url)
  pool = createPool(database.url, 6)
})
afterAll(async () => {
  await db.$disconnect()
  await pool.end()
  await database.drop()
})

async function run(name: string, retentionDays: number): Promise<void> {
  const job = SCHEDULED_JOBS.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job ${name}`)
  const env = { DATABASE_URL: database.url, EVENT_RETENTION_DAYS: retentionDays, ...NO_ADDRESSES }
  await job.run({ pool, db, env })
}

async function partitionDays(): Promise<string[]> {
  const { rows } = await pool.query<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relname ~ '^event_[0-9]{8}$' ORDER BY relname`,
  )
  return rows.map(({ relname }) => relname.slice(-8))
}

const dayName = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10).replaceAll('-', '')

describe('scheduled jobs', () => {
  it('create partitions ahead and expire old ones, but never rollups', async () => {
    const nowMs = Date.now()
    const old = makeDecision(1, nowMs - 20 * DAY_MS)
    await createEventWriter(pool).write(toEventRow(old, { kind: 'impression' }, null))
    await run('create-partitions', 10)
    expect(await partitionDays()).toContain(dayName(nowMs - 20 * DAY_MS))
    await run('expire-events', 10)
    const days = await partitionDays()
    expect(days).not.toContain(dayName(nowMs - 20 * DAY_MS))
    expect(days).toContain(dayName(nowMs))
    expect(days).toContain(dayName(nowMs + 14 * DAY_MS))
  })
})

describe('startJobs', () => {
  it('rolls up by itself, schedules its jobs once and stops', async () => {
    const env = { DATABASE_URL: database.url, EVENT_RETENTION_DAYS: 400, ...NO_ADDRESSES }
    await Promise.all([startJobs({ pool, db, env }), startJobs({ pool, db, env })])
    const event = toEventRow(makeDecision(2, Date.now()), { kind: 'impression' }, null)
    await createEventWriter(pool).write(event)
    await vi.waitFor(async () => expect((await sumDays(pool)).impressions).toBe(1), 15_000)
    const { rows } = await pool.query<{ name: string }>(
      'SELECT name FROM pgboss.schedule ORDER BY name',
    )
    expect(rows.map(({ name }) => name)).toEqual(SCHEDULED_JOBS.map(({ name }) => name).toSorted())
    await stopJobs()
    await createEventWriter(pool).write({ ...event, kind: 'click' })
    await sleep(1_500)
    expect((await sumDays(pool)).clicks).toBe(0)
  })
})
