import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { signBody } from '@/lib/http/signed-body'
import {
  INNER_ADDRESSES,
  NAUGHTY,
  POLLUTIONS,
  REDIRECTS,
  SCRIPTS,
  SHARP,
} from '@/scripts/testing/attacks'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { listCases } from '@/scripts/testing/http-cases'
import { fingerprint } from '@/scripts/testing/http-fingerprint'
import { findText, listStringPaths, normalise, putText } from '@/scripts/testing/http-hostile'
import {
  type Answer,
  type Call,
  findHandler,
  listOperations,
  openStudio,
} from '@/scripts/testing/http-studio'
import { buildWorld, type World } from '@/scripts/testing/http-world'
import { watchConnections } from '@/scripts/testing/watch-connections'

const studio = await openStudio()
const watch = watchConnections(studio.databaseUrl)
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'world')
})

const PUBLIC_BODIES: Record<string, unknown> = {
  'POST /api/v1/sign-up': {
    name: 'A',
    email: 'a@example.com',
    password: 'long enough 1',
    workspaceName: 'W',
  },
  'POST /api/v1/invitations/accept': {
    token: 'a'.repeat(43),
    name: 'A',
    password: 'long enough 1',
  },
}
const belowFiveHundred: unknown = expect.toSatisfy((code: number) => code < 500)
const withBody = listOperations(studio.table).filter(
  (operation) => findHandler(studio.table, operation).definition.body,
)

function callOf(operation: string): Call {
  const body = PUBLIC_BODIES[operation]
  if (body !== undefined) return { body }
  // A review needs no account, but a link, and refuses a body before it looks for one.
  if (operation.includes('{token}')) return { params: { token: 'none' } }
  return { ...listCases(world)[operation], as: world.owner }
}

/** All its fields may be left out: what it does not know is passed over. */
function isSatisfiedByNothing(operation: string): boolean {
  return findHandler(studio.table, operation).definition.body?.safeParse({}).success ?? false
}

/** Sends a body as the newest edit, so that it comes as far as the database. */
async function send(operation: string, body: unknown): Promise<Answer> {
  const call = callOf(operation)
  if (typeof body !== 'object' || body === null || !('editVersion' in body)) {
    return studio.call(operation, { ...call, body })
  }
  const id = call.params?.['campaignId'] ?? ''
  const { editVersion } = await studio.db.campaign.findUniqueOrThrow({ where: { id } })
  return studio.call(operation, { ...call, body: { ...body, editVersion } })
}

async function sendText(operation: string, at: readonly string[], text: string): Promise<void> {
  const {
    status,
    text: answer,
    json,
  } = await send(operation, putText(callOf(operation).body, at, text))
  const where = { operation, field: at.join('.'), text }
  expect({ ...where, status, answer }).toMatchObject({
    ...where,
    status: expect.toSatisfy((code: number) => code < 500),
  })
  if (status >= 300) return
  const back = findText(json(), at)
  if (back !== undefined)
    expect({ ...where, back: normalise(back) }).toEqual({ ...where, back: normalise(text) })
}

describe('hostile texts', () => {
  it.each(withBody)(
    '%s: every field takes or refuses what breaks parsers and databases',
    async (operation) => {
      const places = listStringPaths(callOf(operation).body)
      for (const at of places) for (const text of SHARP) await sendText(operation, at, text)
    },
    60_000,
  )

  describeFixtures('of every kind', 'attack', () => {
    it('are taken or refused as copy, and come back as they were', async () => {
      for (const text of [...NAUGHTY, ...POLLUTIONS])
        await sendText('POST /api/v1/assets/copy', ['text'], text)
    }, 120_000)

    it('are taken or refused in every other field, a tenth of them in each', async () => {
      const places = withBody.flatMap((operation) =>
        listStringPaths(callOf(operation).body).map((at) => ({ operation, at })),
      )
      const texts = [...NAUGHTY, ...SCRIPTS, ...INNER_ADDRESSES, ...REDIRECTS]
      for (const [turn, { operation, at }] of places.entries()) {
        for (let index = turn % 10; index < texts.length; index += 10) {
          await sendText(operation, at, texts[index] ?? '')
        }
      }
    }, 420_000)
  })

  const reads = listOperations(studio.table).filter((operation) => operation.startsWith('GET'))

  it.each(reads)('%s answers them in its address, never with a 5xx', async (operation) => {
    const call = listCases(world)[operation]
    const { query } = findHandler(studio.table, operation).definition
    const names = query instanceof z.ZodObject ? Object.keys(query.shape) : ['from', 'to', 'table']
    for (const text of SHARP) {
      const ids = Object.keys(call?.params ?? {}).map((name) => [name, text])
      const calls: Call[] = ids.length > 0 ? [{ params: Object.fromEntries(ids) }] : []
      for (const name of query ? names : []) calls.push({ query: { ...call?.query, [name]: text } })
      for (const changed of calls) {
        const { status, text: answer } = await studio.call(operation, {
          ...call,
          ...changed,
          as: world.owner,
        })
        expect({ operation, changed, status, answer }).toMatchObject({ status: belowFiveHundred })
      }
    }
  })
})

describe('bodies that are no bodies', () => {
  const json = (content: string) => ({ contentType: 'application/json', content })
  const deep = (depth: number) => `${'{"of":['.repeat(depth)}${']}'.repeat(depth)}`
  const bodies: [string, { contentType: string; content: string | Uint8Array }, number[]][] = [
    ['broken JSON', json('{"name": '), [400]],
    ['nothing', json(''), [400]],
    [
      'bytes that are no text',
      { contentType: 'application/json', content: Buffer.from([0xff, 0xfe, 0x00]) },
      [400],
    ],
    ['null', json('null'), [400]],
    ['a list', json('[]'), [400]],
    ['a number', json('1e999'), [400]],
    [
      'a pollution of prototypes',
      json(
        '{"__proto__":{"name":"x","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
      ),
      [400],
    ],
    ['a depth that overflows stacks', json(`{"condition":${deep(100_000)}}`), [400, 413]],
    [
      'a NUL in a depth that overflows stacks',
      json(`{"name":"\\u0000","condition":${deep(100_000)}}`),
      [400, 413],
    ],
    [
      'a huge list',
      json(`{"assetIds":[${'"a",'.repeat(200_000)}"a"],"slots":[],"action":"archive"}`),
      [400],
    ],
    ['too many bytes', json(`{"name":"${'x'.repeat(1_100_000)}"}`), [413]],
    ['a form', { contentType: 'application/x-www-form-urlencoded', content: 'name=x' }, [415]],
    ['plain text', { contentType: 'text/plain', content: '{"name":"x"}' }, [415]],
  ]

  it.each(bodies)('%s', async (_name, raw, expected) => {
    const before = await fingerprint(studio.pool)
    for (const operation of withBody) {
      const { body: _left, ...call } = callOf(operation)
      const takesNothing = isSatisfiedByNothing(operation) && raw.content.length > 0
      const { status, text } = await studio.call(operation, { ...call, raw })
      expect({ operation, text, status }).toMatchObject({
        status: expect.toSatisfy(
          (code: number) => expected.includes(code) || (takesNothing && code === 200),
        ),
      })
    }
    expect(await fingerprint(studio.pool)).toEqual(before)
    expect(Object.prototype).not.toHaveProperty('isAdmin')
  })

  it('says so before reading when the length is announced', async () => {
    const headers = { 'content-length': '99999999', 'content-type': 'application/json' }
    const { status } = await studio.call('POST /api/v1/campaigns', {
      as: world.owner,
      headers,
      raw: json('{}'),
    })
    expect(status).toBe(413)
  })
})

describe('signed deliveries', () => {
  const push = (
    operation: string,
    params: Record<string, string>,
    secret: string,
    content: string,
  ) =>
    studio.call(operation, {
      params,
      raw: { contentType: 'application/json', content },
      headers: { 'x-intarsia-signature': signBody(secret, content, Date.now()) },
    })
  const toFeed = (content: string) =>
    push('POST /api/feeds/{feedId}', { feedId: world.ids.feed }, world.secrets.feed, content)
  const toSource = (content: string) =>
    push(
      'POST /api/sources/{sourceId}',
      { sourceId: world.ids.webhook },
      world.secrets.source,
      content,
    )
  const weather = { key: 'NL', value: { condition: 'rain', temperatureC: 3 } }
  const customer = { id: '1', consent: 'yes', tier: 'gold' }

  it('take a right one', async () => {
    expect((await toFeed(JSON.stringify({ items: [weather] }))).status).toBe(200)
    const delivery = { deliveryId: 'd1', customers: [customer] }
    expect((await toSource(JSON.stringify(delivery))).status).toBe(200)
  })

  it('are refused with another secret, a changed body or an old signature', async () => {
    const other = await buildWorld(studio, 'other')
    const content = JSON.stringify({ items: [weather] })
    const before = await fingerprint(studio.pool)
    const operation = 'POST /api/feeds/{feedId}'
    const params = { feedId: world.ids.feed }
    const raw = { contentType: 'application/json', content }
    const signatures = [
      signBody(other.secrets.feed, content, Date.now()),
      signBody(world.secrets.feed, `${content} `, Date.now()),
      signBody(world.secrets.feed, content, Date.now() - 600_000),
      signBody(world.secrets.feed, content, Date.now() + 600_000),
      't=1,v1=00',
      '',
    ]
    for (const signature of signatures) {
      const headers = { 'x-intarsia-signature': signature }
      expect((await studio.call(operation, { params, raw, headers })).status).toBe(401)
    }
    const missing = { params: { feedId: 'never-was' }, raw, headers: {} }
    expect((await studio.call(operation, missing)).status).toBe(404)
    expect(await fingerprint(studio.pool)).toEqual(before)
  })

  it('with hostile texts are answered, never with a 5xx', async () => {
    for (const text of [...SHARP, ...POLLUTIONS]) {
      const bodies = [
        () => toFeed(JSON.stringify({ items: [{ ...weather, key: text }] })),
        () =>
          toFeed(JSON.stringify({ items: [{ ...weather, observedAt: text, expiresAt: text }] })),
        () => toFeed(text),
        () => toSource(JSON.stringify({ deliveryId: text, customers: [customer] })),
        () =>
          toSource(
            JSON.stringify({
              deliveryId: `d ${text}`,
              customers: [{ ...customer, tier: text, [text]: text }],
            }),
          ),
        () =>
          toSource(
            JSON.stringify({
              deliveryId: `i ${text}`,
              customers: [{ ...customer, id: text, consent: text }],
            }),
          ),
        () => toSource(text),
      ]
      for (const deliver of bodies) {
        const { status, text: answer } = await deliver()
        expect({ text, status, answer }).toMatchObject({
          status: expect.toSatisfy((s: number) => s < 500),
        })
      }
    }
    expect(Object.prototype).not.toHaveProperty('json spaces')
  }, 120_000)

  it('of the same delivery are taken once', async () => {
    const content = JSON.stringify({ deliveryId: 'once', customers: [{ ...customer, id: 'once' }] })
    const answers = await Promise.all([toSource(content), toSource(content), toSource(content)])
    expect(answers.map(({ status }) => status).every((status) => status < 500)).toBe(true)
    const where = { sourceId: world.ids.webhook, deliveryId: 'once' }
    expect(await studio.db.importRun.findMany({ where })).toMatchObject([
      { acceptedRows: 1, totalRows: 1 },
    ])
  })
})

it('whatever was sent, nothing but the database was looked up or connected to', () => {
  watch.stop()
  expect(watch.listStrangers()).toEqual([])
})
