import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { createFeed, getFeedForPush, listFeeds, listFeedValues, rotateFeedSecret } from './feeds'
import { pushFeed } from './push-feed'

let test: TestDatabase
let db: Database
let actor: Actor
const now = new Date('2026-11-24T12:00:00Z')

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
})
beforeEach(async () => {
  actor = await createTestWorkspace(db)
})

const rainAt = (observedAt?: string) => ({
  key: 'NL-NH',
  value: { condition: 'rain', temperatureC: 9 },
  observedAt,
})
const clearAt = (observedAt?: string) => ({
  key: 'NL-NH',
  value: { condition: 'clear', temperatureC: 12 },
  observedAt,
})
async function openFeed(kind: 'weather' | 'stock' | 'promotion') {
  const feed = await createFeed(db, actor, { kind, name: kind })
  const push = async (items: unknown, contentType = 'application/json') => {
    const text = typeof items === 'string' ? items : JSON.stringify({ items })
    return pushFeed(db, await getFeedForPush(db, feed.id), { text, contentType }, now)
  }
  return { feed, push, values: () => listFeedValues(db, actor, feed.id, 10) }
}

describe('pushFeed', () => {
  it('keeps the newest observation, whichever comes last', async () => {
    const { feed, push, values } = await openFeed('weather')
    expect(await push([rainAt('2026-11-24T11:00:00Z')])).toEqual({
      version: 1,
      accepted: 1,
      refused: [],
    })
    expect((await push([clearAt('2026-11-24T10:00:00Z')])).version).toBe(2)
    expect(await values()).toMatchObject([{ value: { condition: 'rain' } }])
    await push([clearAt('2026-11-24T11:00:00.001Z')])
    expect(await values()).toMatchObject([
      { value: { condition: 'clear' }, observedAt: '2026-11-24T11:00:00.001Z' },
    ])
    expect(await listFeeds(db, actor)).toMatchObject([
      { id: feed.id, version: 3, lastPushAt: now.toISOString(), valueCount: 1 },
    ])
  })

  it('keeps the newest of one push, in any order and zone', async () => {
    const { push, values } = await openFeed('weather')
    const result = await push([
      clearAt('2026-11-24T13:30:00+02:00'),
      rainAt('2026-11-24T11:20:00Z'),
    ])
    expect(result.accepted).toBe(1)
    expect(await values()).toMatchObject([{ value: { condition: 'clear' } }])
  })

  it('does not let an observation from the future block what follows', async () => {
    const { push, values } = await openFeed('weather')
    await push([rainAt('2099-01-01T00:00:00Z')])
    await push([clearAt()])
    expect(await values()).toMatchObject([{ value: { condition: 'clear' } }])
  })

  it('grows by one for each of many pushes at once', async () => {
    const { push, feed } = await openFeed('promotion')
    const pushes = Array.from({ length: 8 }, (_, i) =>
      push([{ key: `p${i}`, value: { active: true } }]),
    )
    const versions = (await Promise.all(pushes)).map(({ version }) => version)
    expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect((await listFeeds(db, actor))[0]).toMatchObject({ id: feed.id, valueCount: 8 })
  })

  it('takes a product feed as stock, row by row', async () => {
    const { push, values } = await openFeed('stock')
    const text = 'id,availability,quantity\ncoat,in stock,3\nhat,perhaps,1\n'
    expect(await push(text, 'text/csv; charset=utf-8')).toMatchObject({
      accepted: 1,
      refused: [{ row: 2 }],
    })
    expect(await values()).toMatchObject([
      { key: 'coat', value: { availability: 'in_stock', quantity: 3 } },
    ])
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'invalid_request'],
    ['another kind', [{ key: 'a', value: { active: true } }], 'invalid_request'],
    ['a key with a blank', [{ ...rainAt(), key: 'N L' }], 'invalid_request'],
    ['no items', [], 'invalid_request'],
    ['a time that is none', [rainAt('yesterday')], 'invalid_request'],
  ])('refuses %s and leaves the version', async (_name, items, code) => {
    const { push } = await openFeed('weather')
    await expect(push(items)).rejects.toMatchObject({ code })
    expect(await listFeeds(db, actor)).toMatchObject([{ version: 0, lastPushAt: null }])
  })

  it('keeps texts that Postgres would refuse, under any key', async () => {
    const { push, values } = await openFeed('promotion')
    await push([{ key: '__proto__', value: { active: true, label: 'a\0b\ud800' } }])
    expect(await values()).toMatchObject([{ key: '__proto__', value: { label: 'ab\ufffd' } }])
  })
})

describe('feeds', () => {
  it('are one of each kind, also when opened twice at once', async () => {
    const input = { kind: 'stock', name: 'Shop' } as const
    const results = await Promise.allSettled([
      createFeed(db, actor, input),
      createFeed(db, actor, input),
    ])
    const refusals = results.filter((result) => result.status === 'rejected')
    expect(refusals).toMatchObject([{ reason: { code: 'conflict' } }])
    expect(await listFeeds(db, actor)).toHaveLength(1)
  })

  it('change their secret, for their own workspace only', async () => {
    const { feed } = await openFeed('stock')
    const stranger = await createTestWorkspace(db)
    const missing = { code: 'not_found' }
    await expect(rotateFeedSecret(db, stranger, feed.id)).rejects.toMatchObject(missing)
    await expect(listFeedValues(db, stranger, feed.id, 10)).rejects.toMatchObject(missing)
    const { secret } = await rotateFeedSecret(db, actor, feed.id)
    expect(secret).not.toBe(feed.secret)
    expect((await getFeedForPush(db, feed.id)).secret).toBe(secret)
  })
})
