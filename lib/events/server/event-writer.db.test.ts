import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '@/lib/db/pool'
import type { AdEvent } from '@/lib/events/event'
import { type EventRow, toEventRow } from '@/lib/events/event-row'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { EventsUnavailableError, RefusedEventError } from './commit-events'
import { createEventWriter } from './event-writer'

const DAY_MS = 86_400_000
let database: TestDatabase
let pool: Pool
let lastDecision = 0
const nowMs = Date.now()

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, 6)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

function newDecision(overrides = {}) {
  lastDecision += 1
  return makeDecision(lastDecision, nowMs, overrides)
}
const impressions = (count: number): EventRow[] =>
  Array.from({ length: count }, () => toEventRow(newDecision(), { kind: 'impression' }, null))

async function countRows(row: EventRow): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM events.event WHERE decision_id = $1 AND day = $2',
    [row.decisionId, row.day],
  )
  return rows[0]?.count ?? 0
}

describe('event writer', () => {
  it('acknowledges only what is committed, each event once', async () => {
    const writer = createEventWriter(pool)
    const rows = impressions(1_000)
    const outcomes = await Promise.all([...rows, ...rows].map((row) => writer.write(row)))
    expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(1_000)
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(1_000)
    const other = createEventWriter(pool)
    const again = await Promise.all(rows.map((row) => other.write(row)))
    expect(new Set(again)).toEqual(new Set(['duplicate']))
  })

  it('has committed a row by the time it acknowledges it', async () => {
    const writer = createEventWriter(pool)
    for (const row of impressions(5)) {
      await writer.write(row)
      expect(await countRows(row)).toBe(1)
    }
  })

  it('counts an order once, whichever decision claims it', async () => {
    const writer = createEventWriter(pool)
    const convert = (orderId: string, eventId?: string, record = newDecision()) => {
      const event: AdEvent = { kind: 'conversion', orderId, ...(eventId ? { eventId } : {}) }
      return writer.write(toEventRow(record, event, null))
    }
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => convert('order-a')))
    expect(atOnce.filter((outcome) => outcome === 'counted')).toHaveLength(1)
    expect(await convert('order-a')).toBe('duplicate')
    const record = newDecision()
    expect(await convert('order-b', 'event-1', record)).toBe('counted')
    // The event is a repeat, so it must not use up the order it names.
    expect(await convert('order-c', 'event-1', record)).toBe('duplicate')
    expect(await convert('order-c')).toBe('counted')
  })

  it('keeps invalid traffic without hiding the real viewer or using up an order', async () => {
    const writer = createEventWriter(pool)
    const record = newDecision()
    const event: AdEvent = { kind: 'conversion', orderId: 'order-d' }
    expect(await writer.write(toEventRow(record, event, 'bot'))).toBe('invalid')
    expect(await writer.write(toEventRow(record, event, null))).toBe('counted')
  })

  it('makes a partition that is missing', async () => {
    const old = makeDecision(1, nowMs - 20 * DAY_MS)
    const writer = createEventWriter(pool)
    expect(await writer.write(toEventRow(old, { kind: 'impression' }, null))).toBe('counted')
  })

  it('stores texts that Postgres would refuse', async () => {
    const record = newDecision({ fields: { 'page.category': 'a\0b\ud800' } })
    const row = toEventRow(record, { kind: 'conversion', orderId: 'x\0y\ud800' }, null)
    expect(await createEventWriter(pool).write(row)).toBe('counted')
    const { rows } = await pool.query<{ field: string }>(
      `SELECT record->'fields'->>'page.category' AS field FROM events.decision WHERE id = $1`,
      [row.decisionId],
    )
    expect(rows[0]?.field).toBe('ab\ufffd')
  })

  it('refuses one bad row without its batch mates', async () => {
    const writer = createEventWriter(pool)
    const [bad, ...good] = impressions(20)
    if (!bad) throw new Error('no row')
    const results = await Promise.allSettled(
      [...good, { ...bad, decisionId: 'not-a-uuid' }].map((row) => writer.write(row)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(19)
    const failure = results.at(-1)
    expect(failure?.status === 'rejected' && failure.reason).toBeInstanceOf(RefusedEventError)
  })

  it('rejects what does not fit into its queue, and commits the rest', async () => {
    const writer = createEventWriter(pool, { maxWaiting: 50 })
    const results = await Promise.allSettled(impressions(80).map((row) => writer.write(row)))
    const rejected = results.filter(({ status }) => status === 'rejected')
    expect(rejected).toHaveLength(30)
    expect(rejected[0]).toMatchObject({ reason: expect.any(EventsUnavailableError) as unknown })
  })

  it('rejects when the database stays away', async () => {
    const away = createPool('postgresql://nobody@127.0.0.1:1/none', 2)
    const writer = createEventWriter(away, { patienceMs: 100 })
    const [row] = impressions(1)
    if (!row) throw new Error('no row')
    await expect(writer.write(row)).rejects.toBeInstanceOf(EventsUnavailableError)
    await away.end()
  })

  it('waits for a database that comes back', async () => {
    const [row] = impressions(1)
    if (!row) throw new Error('no row')
    const writer = createEventWriter(pool)
    await pool.query('ALTER TABLE events.event RENAME TO away')
    const written = writer.write(row)
    await pool.query('SELECT pg_sleep(0.2)')
    await pool.query('ALTER TABLE events.away RENAME TO event')
    expect(await written).toBe('counted')
  })

  it('drains', async () => {
    const writer = createEventWriter(pool)
    const rows = impressions(100)
    const writing = rows.map((row) => writer.write(row))
    await writer.drain()
    const { rows: found } = await pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM events.event WHERE decision_id = ANY($1::uuid[])',
      [rows.map((row) => row.decisionId)],
    )
    expect(found[0]?.count).toBe(100)
    await Promise.all(writing)
  })
})
