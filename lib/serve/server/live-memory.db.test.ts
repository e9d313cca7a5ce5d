import { gzipSync } from 'node:zlib'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { notifyChange } from '@/lib/db/change-channel'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import type { Snapshot } from '@/lib/decision/snapshot'
import { compare, rule } from '@/lib/decision/testing/build-snapshot'
import { publishTestCampaign } from '@/lib/events/server/testing/publish-test-campaign'
import { createPosterior } from '@/lib/learning/posterior'
import { serialisePosterior } from '@/lib/learning/serialise-posterior'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { LiveMemory } from './live-memory'

let database: TestDatabase
let db: Database
let pool: Pool
let memory: LiveMemory
let snapshot: Snapshot
const SOON = { timeout: 15_000, interval: 10 }

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(database.url, 4)
  pool = createPool(database.url, 4)
  const wet = rule('wet', 1, compare('weather.condition', 'equals', 'rain'), {
    kind: 'show',
    slot: 'image',
    assetIds: ['i2'],
  })
  snapshot = await publishTestCampaign(db, { rules: [wet] })
  const { workspaceId, campaignId } = snapshot
  await db.placement.create({
    data: { id: 'placement', workspaceId, campaignId, name: 'Placement', size: '300x250' },
  })
  memory = new LiveMemory(db, pool, database.url)
  await memory.started
})
afterAll(async () => {
  await memory.stop()
  await pool.end()
  await db.$disconnect()
  await database.drop()
})

function live() {
  const placement = memory.findPlacement('placement')
  return placement && memory.findCampaign(placement)
}

async function publish(revision: number, document: object): Promise<void> {
  const { campaignId, workspaceId } = snapshot
  const contentHash = String(revision)
  await db.$transaction(async (tx) => {
    await tx.campaignSnapshot.create({
      data: { campaignId, revision, workspaceId, contentHash, document },
    })
    await tx.campaign.update({ where: { id: campaignId }, data: { revision, status: 'live' } })
    await notifyChange(tx, { kind: 'campaign', campaignId })
  })
}

async function savePolicy(version: number, posterior: Buffer): Promise<void> {
  const { campaignId } = snapshot
  await db.$transaction(async (tx) => {
    await tx.policy.create({
      data: { campaignId, version, posterior: new Uint8Array(posterior), watermarkXid: 0n },
    })
    await notifyChange(tx, { kind: 'policy', campaignId, version })
  })
}

describe('live memory', () => {
  it('has what was published before it started', () => {
    expect(memory.isLoaded).toBe(true)
    expect(live()?.snapshot.revision).toBe(1)
  })

  it('serves a publication as soon as it is told', async () => {
    await publish(2, { ...snapshot, revision: 2, campaignName: 'Second' })
    await vi.waitFor(() => expect(live()?.snapshot.campaignName).toBe('Second'), SOON)
  })

  it('keeps serving the previous revision when the new one can not be read', async () => {
    await publish(3, { formatVersion: 1 })
    await db.placement.update({ where: { id: 'placement' }, data: { pageCategory: 'seen' } })
    await db.$transaction((tx) => notifyChange(tx, { kind: 'placement', placementId: 'placement' }))
    await vi.waitFor(
      () => expect(memory.findPlacement('placement')?.pageCategory).toBe('seen'),
      SOON,
    )
    expect(live()?.snapshot.revision).toBe(2)
    await publish(4, { ...snapshot, revision: 4 })
    await vi.waitFor(() => expect(live()?.snapshot.revision).toBe(4), SOON)
  })

  it('knows a feed push', async () => {
    const { workspaceId } = snapshot
    const feed = await db.feed.create({
      data: { workspaceId, kind: 'weather', name: 'Weather', sealedSecret: '', version: 1 },
    })
    await db.$transaction(async (tx) => {
      await tx.feedValue.create({
        data: {
          feedId: feed.id,
          key: 'default',
          value: { condition: 'rain', temperatureC: 4 },
          observedAt: new Date(),
        },
      })
      await notifyChange(tx, { kind: 'feed', workspaceId, feedId: feed.id })
    })
    await vi.waitFor(() => {
      const fields = live()?.feedFields(memory.feedsOf(workspaceId), null, null, Date.now())
      expect(fields).toEqual({ 'weather.condition': 'rain' })
    }, SOON)
    expect(memory.feedsOf(workspaceId).version).toBe(1)
  })

  it('takes a new policy over, and leaves an unreadable one out', async () => {
    const posterior = createPosterior({ slots: ['headline', 'image'], features: ['device'] })
    await savePolicy(1, gzipSync(serialisePosterior(posterior)))
    await vi.waitFor(() => expect(live()?.policy.version).toBe(1), SOON)
    await savePolicy(2, Buffer.from('not gzip'))
    await savePolicy(3, gzipSync('{}'))
    await memory.reconcile()
    expect(live()?.policy.version).toBe(1)
    await savePolicy(4, gzipSync(serialisePosterior(posterior)))
    await vi.waitFor(() => expect(live()?.policy.version).toBe(4), SOON)
  })

  it('forgets a warm visitor who opts out, and knows them again who opts in', async () => {
    const { workspaceId } = snapshot
    const visitorHash = 'a'.repeat(64)
    await db.profile.create({
      data: {
        workspaceId,
        externalIdHash: visitorHash,
        attributes: { tier: 'gold' },
        hasConsent: true,
      },
    })
    const find = async () => memory.visitors.find(workspaceId, visitorHash)
    await vi.waitFor(async () => {
      const profile = { hasConsent: true, attributes: { tier: 'gold' } }
      expect(await find()).toEqual({ kind: 'known', profile })
    }, SOON)
    await db.$transaction(async (tx) => {
      await tx.optOut.create({ data: { visitorHash } })
      await notifyChange(tx, { kind: 'optOut', visitorHash })
    })
    await vi.waitFor(async () => expect(await find()).toEqual({ kind: 'optedOut' }), SOON)
    await db.$transaction(async (tx) => {
      await tx.optOut.delete({ where: { visitorHash } })
      await notifyChange(tx, { kind: 'optOut', visitorHash })
    })
    await vi.waitFor(async () => expect((await find()).kind).toBe('known'), SOON)
  })

  it('reads what it missed when its connection was lost', async () => {
    await db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`
    await db.campaign.update({ where: { id: snapshot.campaignId }, data: { status: 'paused' } })
    await vi.waitFor(() => expect(live()).toBeUndefined(), SOON)
  })
})
