import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asKey, openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { encode } = await import('next-auth/jwt')
const { getEnv } = await import('@/lib/env')
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'world')
})

const readList = async (as: Record<string, string>) =>
  (await studio.call('GET /api/v1/campaigns', { as })).status
const createCampaign = (headers: Record<string, string>) =>
  studio.call('POST /api/v1/campaigns', { headers, body: { name: 'From elsewhere' } })

describe('API keys', () => {
  async function createKey(): Promise<{ id: string; key: string }> {
    const body = { name: 'Key', scopes: ['read'] }
    const made = await expectDone(studio, 'POST /api/v1/api-keys', { as: world.owner, body })
    return made as { id: string; key: string }
  }

  it('work until they are revoked', async () => {
    const { id, key } = await createKey()
    expect(await readList(asKey(key))).toBe(200)
    const revoke = 'DELETE /api/v1/api-keys/{apiKeyId}'
    await expectDone(studio, revoke, { as: world.owner, params: { apiKeyId: id } })
    expect(await readList(asKey(key))).toBe(401)
  })

  it('note when they were last used', async () => {
    const { id, key } = await createKey()
    const lastUsed = async () =>
      (await studio.db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt
    expect(await lastUsed()).toBeNull()
    await readList(asKey(key))
    expect(await lastUsed()).toBeInstanceOf(Date)
  })

  it('are shown once and kept as a hash', async () => {
    const { id, key } = await createKey()
    const { text } = await studio.call('GET /api/v1/api-keys', { as: world.owner })
    const row = await studio.db.apiKey.findUniqueOrThrow({ where: { id } })
    const secret = key.split('_').slice(2).join('_')
    expect(secret.length).toBeGreaterThan(30)
    expect(text + JSON.stringify(row)).not.toContain(secret)
  })

  it.each([
    ['another secret', (key: string) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
    ['a prefix alone', (key: string) => key.slice(0, 16)],
    ['more than the key', (key: string) => `${key}A`],
    ['nothing', () => ''],
    ['SQL', () => "int_' OR 1=1 --"],
  ])('are refused with %s', async (_name, change) => {
    const { key } = await createKey()
    expect(await readList(asKey(change(key)))).toBe(401)
  })

  it('go before a session: a wrong key is not mended by a cookie', async () => {
    expect(await readList({ ...world.owner, authorization: 'Bearer int_wrong' })).toBe(401)
  })
})

describe('sessions', () => {
  const cookieOf = async (secret: string, maxAge: number) => ({
    cookie: `next-auth.session-token=${await encode({ token: { sub: world.ownerId }, secret, maxAge })}`,
  })

  it('are taken from our own cookie', async () => {
    expect(await readList(await cookieOf(getEnv().NEXTAUTH_SECRET, 60))).toBe(200)
  })

  it('are refused when they are forged, expired or damaged', async () => {
    expect(await readList(await cookieOf('a secret of somebody else, long enough', 60))).toBe(401)
    expect(await readList(await cookieOf(getEnv().NEXTAUTH_SECRET, -60))).toBe(401)
    expect(await readList({ cookie: 'next-auth.session-token=eyJhbGciOiJub25lIn0..' })).toBe(401)
  })

  it('fall back to the person’s own workspace when they ask for another', async () => {
    const other = await buildWorld(studio, 'other')
    const as = await studio.asUser(world.ownerId, other.workspaceId)
    const { text } = await studio.call('GET /api/v1/campaigns', { as })
    expect(text).toContain('world autumn')
    expect(text).not.toContain('other')
  })
})

describe('a request that another site makes with our cookie', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://sub.localhost:3000' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %o', async (headers) => {
    const { status, text } = await createCampaign({ ...world.owner, ...headers })
    expect({ status, text }).toMatchObject({
      status: 403,
      text: expect.stringContaining('cross_site'),
    })
  })

  it('is refused on routes without a session too', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const body = {
      name: 'Me',
      email: 'me@example.com',
      password: 'long enough 1',
      workspaceName: 'W',
    }
    expect((await studio.call('POST /api/v1/sign-up', { headers, body })).status).toBe(403)
  })

  it('is taken from the studio itself and with a key', async () => {
    const own = { ...world.owner, 'sec-fetch-site': 'same-origin' }
    expect((await createCampaign(own)).status).toBe(201)
    const origin = new URL(getEnv().PUBLIC_URL).origin
    expect((await createCampaign({ ...world.owner, origin })).status).toBe(201)
    const machine = { ...world.machine, 'sec-fetch-site': 'cross-site' }
    expect((await createCampaign(machine)).status).toBe(201)
  })
})
