import { gunzipSync } from 'node:zlib'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { AdEvent } from '@/lib/events/event'
import { toEventRow } from '@/lib/events/event-row'
import { createEventWriter, type EventWriter } from '@/lib/events/server/event-writer'
import { publishTestCampaign } from '@/lib/events/server/testing/publish-test-campaign'
import { waitForOlderTransactions } from '@/lib/events/server/testing/wait-for-older-transactions'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { parsePosterior } from '@/lib/learning/serialise-posterior'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { learnFromEvents } from './learn-from-events'
import { prunePolicies } from './prune-policies'

let database: TestDatabase
let db: Database
let pool: Pool
let writer: EventWriter
let lastDecision = 0
const nowMs = Date.now()

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(database.url)
  pool = createPool(database.url, 6)
  writer = createEventWriter(pool)
})
afterAll(async () => {
  await db.$disconnect()
  await pool.end()
  await database.drop()
})

async function send(
  snapshot: Snapshot,
  events: readonly AdEvent[],
  overrides: Partial<DecisionRecord> = {},
): Promise<void> {
  lastDecision += 1
  const { campaignId, workspaceId } = snapshot
  const assets = { headline: `h${(lastDecision % 4) + 1}`, image: 'i1' }
  const base = { campaignId, workspaceId, assets, arm: 'dynamic' } as const
  const record = makeDecision(lastDecision, nowMs, { ...base, ...overrides })
  for (const event of events) await writer.write(toEventRow(record, event, null))
}

async function learn(): Promise<void> {
  await waitForOlderTransactions(pool)
  await learnFromEvents(db)
}

async function newest(snapshot: Snapshot) {
  const [policy] = await db.policy.findMany({
    where: { campaignId: snapshot.campaignId },
    orderBy: { version: 'desc' },
    take: 1,
  })
  if (!policy) return null
  const parsed = parsePosterior(gunzipSync(policy.posterior).toString('utf8'))
  if (parsed.kind !== 'ok') throw new Error('unreadable policy')
  return { version: policy.version, ...parsed.posterior.totals, slots: parsed.posterior.slots }
}

const impression: AdEvent = { kind: 'impression' }
const click: AdEvent = { kind: 'click' }

describe('learnFromEvents', () => {
  it('learns each event once, whoever asks how often at once', async () => {
    const snapshot = await publishTestCampaign(db)
    const sending = Array.from({ length: 300 }, (_, n) =>
      send(snapshot, n % 10 === 0 ? [impression, click] : [impression]),
    )
    const learning = Array.from({ length: 20 }, () => learnFromEvents(db))
    await Promise.all([...sending, ...learning])
    // Old enough that even a handful of late events becomes a version.
    await pool.query(`UPDATE policy SET created_at = now() - interval '2 minutes'`)
    await learn()
    expect(await newest(snapshot)).toMatchObject({ impressions: 300, successes: 30 })
    const before = await newest(snapshot)
    await learn()
    expect(await newest(snapshot)).toEqual(before)
  })

  it('learns from the dynamic arm only', async () => {
    const snapshot = await publishTestCampaign(db)
    await send(snapshot, [impression])
    for (const arm of ['holdout', 'outside', 'fallback'] as const) {
      await send(snapshot, [impression, click], { arm })
    }
    await learn()
    expect(await newest(snapshot)).toMatchObject({ impressions: 1, successes: 0 })
  })

  it('takes a decision as converted once, however often and however late', async () => {
    const snapshot = await publishTestCampaign(db, {
      learning: { reward: 'conversion', explorationFloor: 0.1, features: [] },
    })
    const convert = (eventId: string): AdEvent => ({ kind: 'conversion', eventId })
    const id = makeDecision(900_001, nowMs).id
    await send(snapshot, [impression, convert('a'), convert('b')], { id })
    await learn()
    expect(await newest(snapshot)).toMatchObject({ impressions: 1, successes: 1 })
    await send(snapshot, [convert('c')], { id })
    await learn()
    expect(await newest(snapshot)).toMatchObject({ version: 1, successes: 1 })
  })

  it('postpones what is too little, without losing it', async () => {
    const snapshot = await publishTestCampaign(db)
    await Promise.all(Array.from({ length: 150 }, () => send(snapshot, [impression])))
    await learn()
    await send(snapshot, [impression])
    await learn()
    expect(await newest(snapshot)).toMatchObject({ version: 1, impressions: 150 })
    // Another campaign goes on meanwhile, and must not take the postponed event's place.
    const other = await publishTestCampaign(db)
    await send(other, [impression])
    await learn()
    await pool.query(`UPDATE policy SET created_at = now() - interval '2 minutes'`)
    await learn()
    expect(await newest(snapshot)).toMatchObject({ version: 2, impressions: 151 })
    expect(await newest(other)).toMatchObject({ version: 1, impressions: 1 })
  })

  it('goes on with what it knows when a revision brings a slot', async () => {
    const snapshot = await publishTestCampaign(db)
    await send(snapshot, [impression])
    await learn()
    const slots = [...snapshot.slots, { key: 'badge', kind: 'image' as const, assetIds: ['b1'] }]
    await db.campaignSnapshot.create({
      data: {
        campaignId: snapshot.campaignId,
        workspaceId: snapshot.workspaceId,
        revision: 2,
        contentHash: 'second',
        document: { ...snapshot, slots },
      },
    })
    await send(snapshot, [impression], { assets: { headline: 'h1', badge: 'b1', unknown: 'x' } })
    await learn()
    expect(await newest(snapshot)).toMatchObject({
      impressions: 2,
      slots: ['headline', 'image', 'badge'],
    })
  })

  it('prunes versions that no stored decision needs', async () => {
    const snapshot = await publishTestCampaign(db)
    const posterior = new Uint8Array([1])
    const { campaignId } = snapshot
    for (const version of [1, 2, 3, 4]) {
      await db.policy.create({ data: { campaignId, version, posterior, watermarkXid: 0n } })
    }
    await pool.query(
      `UPDATE policy SET created_at = now() - interval '3 days' WHERE campaign_id = $1`,
      [campaignId],
    )
    await db.policy.update({
      where: { campaignId_version: { campaignId, version: 3 } },
      data: { createdAt: new Date() },
    })
    await send(snapshot, [impression], { policyVersion: 2 })
    await prunePolicies(db, 7)
    const left = await db.policy.findMany({ where: { campaignId }, orderBy: { version: 'asc' } })
    expect(left.map(({ version }) => version)).toEqual([2, 3, 4])
  })
})
