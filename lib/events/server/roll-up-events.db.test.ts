import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '@/lib/db/pool'
import type { AdEvent } from '@/lib/events/event'
import { toEventRow } from '@/lib/events/event-row'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { createRandom, type Random } from '@/lib/math/random'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createEventWriter } from './event-writer'
import { rollUpEvents } from './roll-up-events'
import { rollUpEverything } from './testing/roll-up-everything'
import { countElements, countEvents, sumDays, sumElements, sumTimes } from './testing/count-events'
import {
  readProducts,
  readWeights,
  sumProductsByArm,
  sumWeightsByElement,
} from './testing/sum-outcomes'

let database: TestDatabase
let pool: Pool
const nowMs = Date.now()

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, 12)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

function randomRow(random: Random) {
  const n = Math.floor(random.next() * 400)
  const record = makeDecision(n, nowMs, {
    propensities: { headline: 0.01 + (n % 13) / 14, image: 1 / (1 + (n % 6)) },
  })
  const pick = Math.floor(random.next() * 6)
  const events: AdEvent[] = [
    { kind: 'impression' },
    { kind: 'viewable' },
    { kind: 'click' },
    {
      kind: 'conversion',
      valueMicros: n * 1_000_000,
      ...(n % 2
        ? { orderId: `order-${n % 50}` }
        : { eventId: `event-${Math.floor(random.next() * 4)}` }),
    },
    { kind: 'engagement', page: 1, durationMs: n },
    { kind: 'engagement', page: 2, durationMs: 5 },
  ]
  return toEventRow(record, events[pick] ?? { kind: 'impression' }, n % 11 === 0 ? 'bot' : null)
}

/** Sums that differ by rounding only. */
function expectNear(sums: Record<string, number> | undefined, truth: Record<string, number>) {
  for (const [name, value] of Object.entries(truth)) {
    const sum = sums?.[name] ?? Number.NaN
    expect(Math.abs(sum - value), name).toBeLessThanOrEqual(1e-12 * Math.abs(value))
  }
}

/** The products and weights in the rollups against those that pure code finds in the events. */
async function expectExactOutcomes() {
  const products = await sumProductsByArm(pool)
  expect(Object.keys(products).toSorted()).toEqual(['dynamic', 'holdout'])
  for (const table of ['rollup_day', 'rollup_time'] as const) {
    const sums = await readProducts(pool, table)
    for (const [arm, truth] of Object.entries(products)) {
      expect(Math.min(...Object.values(truth))).toBeGreaterThan(0)
      expectNear(sums[arm], truth)
    }
  }
  const elements = Object.entries(await sumWeightsByElement(pool))
  expect(elements.length).toBeGreaterThan(10)
  for (const table of ['rollup_element_day', 'rollup_element_total'] as const) {
    const sums = await readWeights(pool, table)
    for (const [key, { shown, clicked, converted }] of elements) {
      expectNear(sums[key], {
        w: shown.w,
        ww: shown.ww,
        click_wr: clicked.wr,
        click_wwr: clicked.wwr,
        conversion_wr: converted.wr,
        conversion_wwr: converted.wwr,
        conversion_wwrr: converted.wwrr,
      })
    }
  }
}

/** Ends connections to the database in the middle of whatever they do. */
async function killConnections(): Promise<void> {
  await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'
       AND random() < 0.5`,
  )
}

describe('rollUpEvents', () => {
  it('stays exact with writers, two rollers and killed connections at once', async () => {
    const writers = [createEventWriter(pool), createEventWriter(pool)]
    let isWriting = true
    let kills = 0
    const outcomes: string[] = []
    const write = async (seed: number) => {
      const random = createRandom(seed)
      for (let n = 0; n < 200; n += 1) {
        const writer = writers[seed % 2]
        outcomes.push((await writer?.write(randomRow(random))) ?? 'none')
      }
    }
    const roll = async () => {
      while (isWriting) {
        await rollUpEvents(pool, 20).catch(() => undefined)
        await sleep(2)
      }
    }
    const harass = async () => {
      while (isWriting) {
        await killConnections().catch(() => undefined)
        kills += 1
        await sleep(100)
      }
    }
    const watch = async () => {
      while (isWriting) {
        // The sums first: what they contain must be in the events that are counted afterwards.
        const rolled = await sumDays(pool).catch(() => undefined)
        const truth = await countEvents(pool).catch(() => undefined)
        if (rolled && truth) {
          for (const [name, sum] of Object.entries(rolled)) {
            expect(sum, name).toBeLessThanOrEqual(truth[name as keyof typeof truth])
          }
        }
        await sleep(20)
      }
    }
    const background = [roll(), roll(), harass(), watch()]
    await Promise.all(Array.from({ length: 16 }, (_, seed) => write(seed)))
    isWriting = false
    await Promise.all(background)
    await rollUpEverything(pool)
    const truth = await countEvents(pool)
    expect(kills).toBeGreaterThan(3)
    expect(outcomes).toHaveLength(3_200)
    expect(truth.impressions).toBeGreaterThan(200)
    expect(truth.value).toBeGreaterThan(0)
    expect(truth.invalid).toBeGreaterThan(0)
    expect(await sumDays(pool)).toEqual(truth)
    expect(await sumTimes(pool)).toEqual({ ...truth, invalid: 0 })
    const elements = { ...(await countElements(pool)), invalid: 0 }
    expect(await sumElements(pool, 'rollup_element_day')).toEqual(elements)
    expect(await sumElements(pool, 'rollup_element_total')).toEqual(elements)
    await expectExactOutcomes()
    // Decisions that converted more than once, in batches of their own.
    const { dynamic } = await sumProductsByArm(pool)
    expect(dynamic?.conversions_squared).toBeGreaterThan(truth.conversions)
  })

  it('fills in, on migration, what rollups from before lack', async () => {
    const zero = (table: string, names: readonly string[]) =>
      pool.query(`UPDATE events.${table} SET ${names.map((name) => `${name} = 0`).join(', ')}`)
    for (const table of ['rollup_day', 'rollup_time'] as const) {
      await zero(table, Object.keys(Object.values(await readProducts(pool, table))[0] ?? {}))
    }
    for (const table of ['rollup_element_day', 'rollup_element_total'] as const) {
      await zero(table, Object.keys(Object.values(await readWeights(pool, table))[0] ?? {}))
    }
    const migration = readFileSync(
      'prisma/migrations/20261125100000_variances/migration.sql',
      'utf8',
    )
    const [, filling] = migration.split(/(?=SELECT pg_advisory_xact_lock)/)
    await pool.query(`BEGIN; ${filling}; COMMIT`)
    await expectExactOutcomes()
  })

  it('gives an element no weight for a propensity that no draw can have had', async () => {
    const writer = createEventWriter(pool)
    const propensities = [0, -1, 1e-200, 5]
    await Promise.all(
      propensities.map((propensity, n) => {
        const record = makeDecision(8_000 + n, nowMs, {
          campaignId: 'campaign-odd',
          propensities: { headline: propensity },
        })
        return writer.write(toEventRow(record, { kind: 'impression' }, null))
      }),
    )
    await rollUpEverything(pool)
    const { rows } = await pool.query(
      `SELECT sum(impressions)::int AS impressions, sum(w) AS w, sum(ww) AS ww
       FROM events.rollup_element_day WHERE campaign_id = 'campaign-odd'`,
    )
    expect(rows).toEqual([{ impressions: 8, w: 0, ww: 0 }])
  })

  it('says how far it has come, and is never ahead of itself', async () => {
    const read = async () => {
      const { rows } = await pool.query<{ updated_at: Date }>(
        `SELECT updated_at FROM events.watermark WHERE reader = 'rollup'`,
      )
      return rows[0]?.updated_at.getTime() ?? 0
    }
    await rollUpEverything(pool)
    // An older transaction that is still open holds back everything that began after it.
    const open = await pool.connect()
    await open.query('BEGIN')
    await open.query('SELECT pg_current_xact_id()')
    await createEventWriter(pool).write(
      toEventRow(makeDecision(9_001, nowMs), { kind: 'impression' }, null),
    )
    const acknowledgedAtMs = Date.now()
    const before = await sumDays(pool)
    await pool.query(`UPDATE events.watermark SET updated_at = '2000-01-01'`)
    await rollUpEvents(pool)
    expect(await sumDays(pool)).toEqual(before)
    expect(await read()).toBeLessThanOrEqual(acknowledgedAtMs)
    await open.query('COMMIT')
    open.release()
    await rollUpEverything(pool)
    expect((await sumDays(pool)).impressions).toBe(before.impressions + 1)
  })
})
