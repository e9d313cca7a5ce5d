import { gzipSync } from 'node:zlib'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import type { Snapshot } from '@/lib/decision/snapshot'
import { toEventRow } from '@/lib/events/event-row'
import { createEventWriter, type EventWriter } from '@/lib/events/server/event-writer'
import { rollUpEverything } from '@/lib/events/server/testing/roll-up-everything'
import { publishTestCampaign } from '@/lib/events/server/testing/publish-test-campaign'
import { waitForOlderTransactions } from '@/lib/events/server/testing/wait-for-older-transactions'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { beliefsSchema } from '@/lib/learning/belief-api'
import { createPosterior } from '@/lib/learning/posterior'
import { serialisePosterior } from '@/lib/learning/serialise-posterior'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { getBeliefs } from './get-beliefs'
import { learnFromEvents } from './learn-from-events'

let database: TestDatabase
let db: Database
let pool: Pool
let writer: EventWriter
let snapshot: Snapshot
let decisions = 0

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(database.url)
  pool = createPool(database.url, 6)
  writer = createEventWriter(pool)
  snapshot = await publishTestCampaign(db, {
    learning: { reward: 'click', explorationFloor: 0.05, features: ['device'] },
  })
})
afterAll(async () => {
  await db.$disconnect()
  await pool.end()
  await database.drop()
})

const actorOf = (workspaceId: string): Actor => ({
  kind: 'system',
  id: 'test',
  workspaceId,
  permissions: ['read'],
})

/** Viewers of a device, half of whom see h1 and half h2; of each hundred so many click. */
async function showTo(device: string, count: number, clicks: { h1: number; h2: number }) {
  const { campaignId, workspaceId } = snapshot
  const writing = Array.from({ length: count }, async (_, index) => {
    const headline = index % 2 === 0 ? 'h1' : 'h2'
    const record = makeDecision((decisions += 1), Date.now(), {
      ...{ campaignId, workspaceId, arm: 'dynamic', cell: { device } },
      assets: { headline, image: 'i1' },
    })
    await writer.write(toEventRow(record, { kind: 'impression' }, null))
    if (Math.floor(index / 2) % 100 < clicks[headline]) {
      await writer.write(toEventRow(record, { kind: 'click' }, null))
    }
  })
  await Promise.all(writing)
  await waitForOlderTransactions(pool)
  await learnFromEvents(db)
}

function writeOddPosterior(): string {
  const empty = createPosterior({ slots: ['headline', 'image'], features: ['device'] })
  return serialisePosterior({ ...empty, weights: { i: [1e308, 1] } })
}

async function findBest(): Promise<string | undefined> {
  const { slots } = await getBeliefs(db, actorOf(snapshot.workspaceId), snapshot.campaignId)
  const assets = slots.find(({ slot }) => slot === 'headline')?.assets ?? []
  // Two headlines were never shown, and may yet be the best.
  return assets.find(({ probabilityBest }) => probabilityBest > 0.6)?.assetId
}

describe('getBeliefs', () => {
  it('has nothing to tell before anything was learnt', async () => {
    const beliefs = await getBeliefs(db, actorOf(snapshot.workspaceId), snapshot.campaignId)
    expect(beliefs).toMatchObject({ policyVersion: 0, reward: 'click', slots: [], pairs: [] })
  })

  it('tells of the viewers there were lately', async () => {
    await showTo('desktop', 1_600, { h1: 25, h2: 5 })
    expect(await findBest()).toBe('h1')
    await showTo('mobile', 1_600, { h1: 5, h2: 25 })
    expect(await findBest()).toBe('h2')
  })

  it('is not found by another workspace', async () => {
    const reading = getBeliefs(db, actorOf('someone-else'), snapshot.campaignId)
    await expect(reading).rejects.toMatchObject({ code: 'not_found' })
  })

  it('splits by a feature, with chances, exploration and impressions', async () => {
    await rollUpEverything(pool)
    const actor = actorOf(snapshot.workspaceId)
    const beliefs = await getBeliefs(db, actor, snapshot.campaignId, { splitBy: 'device' })
    expect(beliefsSchema.parse(beliefs)).toEqual(beliefs)
    const headline = beliefs.slots.find(({ slot }) => slot === 'headline')
    expect(headline?.byValue.map(({ value }) => value)).toEqual(['desktop', 'mobile'])
    const chanceOfH1 = headline?.byValue.map(({ assets }) => assets[0]?.chance ?? 0)
    expect(chanceOfH1?.[0]).toBeGreaterThan(chanceOfH1?.[1] ?? 1)
    expect(headline?.assets.map(({ impressions }) => impressions)).toEqual([1_600, 1_600, 0, 0])
    expect(headline?.exploration?.floor).toBeCloseTo((0.05 * 3) / 4, 9)
    // All of it was on one day.
    expect(beliefs.fatigue).toEqual({ comparedCount: 0, laterFrom: null, tired: [] })
    expect(beliefs.isApproximate).toBe(false)
  })

  it.each([
    ['not packed', Buffer.from('{}')],
    ['not a posterior', gzipSync('{"formatVersion":2,"weights":{"i":[null,1]}}')],
    ['out of all bounds', gzipSync(writeOddPosterior())],
  ])('refuses a stored policy that is %s, and says why', async (_, stored) => {
    const { campaignId, workspaceId } = snapshot
    const bytes = Uint8Array.from(stored)
    const data = { campaignId, version: 999, posterior: bytes, watermarkXid: 0n }
    await db.policy.create({ data })
    const reading = getBeliefs(db, actorOf(workspaceId), campaignId)
    await expect(reading).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringContaining('policy version 999'),
      issues: expect.arrayContaining([expect.objectContaining({ path: 'policy.999' })]),
    })
    await db.policy.delete({ where: { campaignId_version: { campaignId, version: 999 } } })
    expect(await findBest()).toBe('h2')
  })
})
