import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { signBody } from '@/lib/http/signed-body'
import { hashIdentifier } from '@/lib/profiles/server/hash-identifier'
import { listAttributes } from '@/lib/profiles/server/list-attributes'
import type { Mapping } from '@/lib/sources/mapping'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { importCsv } from './import-csv'
import { receiveWebhook } from './receive-webhook'
import {
  createSource,
  getSource,
  listImportRuns,
  listSources,
  rotateSourceSecret,
  updateSource,
} from './sources'

let test: TestDatabase
let db: Database
let actor: Actor
const mapping: Mapping = {
  idColumn: 'email',
  consentColumn: 'consent',
  attributes: [
    { column: 'tier', attribute: 'tier', type: 'string' },
    { column: 'age', attribute: 'age', type: 'number' },
  ],
}

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

const streamOf = (...parts: string[]) =>
  new Blob(parts).stream() as unknown as ReadableStream<Uint8Array>
async function importText(...parts: string[]) {
  const { id } = await createSource(db, actor, { kind: 'csv', name: 'Shop', mapping })
  return importCsv(db, actor, id, { name: 'customers.csv', body: streamOf(...parts) })
}
function findProfile(identifier: string) {
  const externalIdHash = hashIdentifier(identifier)
  const workspaceId_externalIdHash = { workspaceId: actor.workspaceId, externalIdHash }
  return db.profile.findUnique({ where: { workspaceId_externalIdHash } })
}

describe('importCsv', () => {
  it('keeps consented customers by hash and refuses rows with reasons', async () => {
    const run = await importText(
      'email,consent,tier,age\n',
      'ann@shop.example,yes,gold,41\nBOB@shop.example,no,gold,20\n',
      ',yes,gold,1\ncyd@shop.example,yes,"silver, new",old\ndee@shop.example,yes,,\n',
    )
    expect(run).toMatchObject({
      state: 'done',
      fileName: 'customers.csv',
      totalRows: 5,
      acceptedRows: 3,
      unconsentedRows: 1,
      refusedRows: 2,
      refusals: [
        { row: 3, column: 'email', reason: 'No customer id' },
        { row: 4, column: 'age', reason: 'Not a number' },
      ],
    })
    expect(await findProfile('Ann@Shop.example')).toMatchObject({
      hasConsent: true,
      attributes: { tier: 'gold', age: 41 },
    })
    expect(await findProfile('bob@shop.example')).toMatchObject({
      hasConsent: false,
      attributes: {},
    })
    const stored = JSON.stringify(await db.profile.findMany({ include: { source: true } }))
    expect(stored).not.toContain('shop.example')
  })

  it('reads semicolons, with decimal commas and a byte order mark', async () => {
    const run = await importText('\ufeffemail;consent;tier\r\nann@shop.example;yes;1,5\r\n')
    expect(run).toMatchObject({ state: 'done', acceptedRows: 1 })
    expect(await findProfile('ann@shop.example')).toMatchObject({ attributes: { tier: '1,5' } })
  })

  it('takes a quote in the middle of a value for what it is', async () => {
    const run = await importText('email,consent,tier\nann@shop.example,yes,=A("b")\n')
    expect(run).toMatchObject({ state: 'done', acceptedRows: 1, refusedRows: 0 })
    expect(await findProfile('ann@shop.example')).toMatchObject({ attributes: { tier: '=A("b")' } })
  })

  it('withdraws consent, and forgets what it knew', async () => {
    await importText('email,consent,tier\nann@shop.example,yes,gold\n')
    await importText('email,consent,tier\nann@shop.example,no,gold\n')
    expect(await findProfile('ann@shop.example')).toMatchObject({
      hasConsent: false,
      attributes: {},
    })
    await importText('email,consent,age\nann@shop.example,yes,4\n')
    expect(await findProfile('ann@shop.example')).toMatchObject({ attributes: { age: 4 } })
  })

  it('adds to what other sources said', async () => {
    await importText('email,consent,tier\nann@shop.example,yes,gold\n')
    await importText('email,consent,age\nann@shop.example,yes,4\n')
    expect(await findProfile('ann@shop.example')).toMatchObject({
      attributes: { tier: 'gold', age: 4 },
    })
    expect(await db.profile.count({ where: { workspaceId: actor.workspaceId } })).toBe(1)
    const summaries = await listAttributes(db, actor)
    expect(summaries).toEqual([
      { name: 'age', type: 'number', profileCount: 1, examples: [], min: 4, max: 4 },
      { name: 'tier', type: 'string', profileCount: 1, examples: ['gold'], min: null, max: null },
    ])
  })

  it('keeps what it wrote before a broken row, and quotes nothing of the file', async () => {
    const rows = Array.from({ length: 1_500 }, (_, i) => `c${i}@shop.example,yes,gold\n`)
    const run = await importText('email,consent,tier\n', ...rows, 'bob@shop.example,yes,"gold\n')
    expect(run.state).toBe('failed')
    expect(run.failure).toMatch(/^The file could not be read as CSV/)
    expect(run.failure).not.toContain('shop.example')
    expect(run.acceptedRows).toBeGreaterThan(1_000)
    expect(await db.profile.count({ where: { workspaceId: actor.workspaceId } })).toBe(
      run.acceptedRows,
    )
  })

  it.each([
    ['nothing', ''],
    ['a header', 'email,consent\n'],
  ])('takes a file of %s', async (_name, text) => {
    expect(await importText(text)).toMatchObject({ state: 'done', totalRows: 0 })
  })

  it('takes many rows, the last of equal ones', async () => {
    const rows = Array.from({ length: 2_500 }, (_, i) => `c${i % 1_700},yes,gold,${i}\n`)
    expect(await importText('email,consent,tier,age\n', ...rows)).toMatchObject({
      acceptedRows: 2_500,
    })
    expect(await db.profile.count({ where: { workspaceId: actor.workspaceId } })).toBe(1_700)
    expect(await findProfile('c0')).toMatchObject({ attributes: { age: 1_700 } })
  })
})

describe('receiveWebhook', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const customers = [{ email: 'ann@shop.example', consent: true, tier: 'gold', age: 41 }]
  const bodyOf = (value: unknown) => Buffer.from(JSON.stringify(value))
  async function createWebhook() {
    const source = await createSource(db, actor, { kind: 'webhook', name: 'Shop', mapping })
    const secret = source.secret ?? ''
    const send = (body: Buffer, signature: string | null = signBody(secret, body, now.getTime())) =>
      receiveWebhook(db, source.id, signature, body, now)
    return { source, secret, send }
  }

  it('takes a signed delivery once', async () => {
    const { source, send } = await createWebhook()
    const body = bodyOf({ deliveryId: 'd1', customers })
    const first = await send(body)
    expect(first).toMatchObject({ state: 'done', acceptedRows: 1 })
    const again = bodyOf({ deliveryId: 'd1', customers: [{ email: 'bob', consent: true }] })
    expect(await send(again)).toEqual(first)
    expect(await findProfile('bob')).toBeNull()
    expect((await listImportRuns(db, actor, source.id, { limit: 10 })).items).toEqual([first])
  })

  it('takes the same delivery once when it comes many times at once', async () => {
    const { source, send } = await createWebhook()
    const body = bodyOf({ deliveryId: 'd1', customers })
    const runs = await Promise.all(Array.from({ length: 5 }, () => send(body)))
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1)
    const { lastImport, profileCount } = await getSource(db, actor, source.id)
    expect([lastImport?.acceptedRows, profileCount]).toEqual([1, 1])
  })

  it('refuses what is not signed for it and now', async () => {
    const { secret, send } = await createWebhook()
    const body = bodyOf({ deliveryId: 'd1', customers })
    const other = await createWebhook()
    const refused = { code: 'unauthenticated' }
    for (const signature of [
      '',
      't=1,v1=00',
      signBody('another secret', body, now.getTime()),
      signBody(other.secret, body, now.getTime()),
      signBody(secret, Buffer.from('{}'), now.getTime()),
      signBody(secret, body, now.getTime() - 301_000),
      signBody(secret, body, now.getTime() + 301_000),
    ]) {
      await expect(send(body, signature)).rejects.toMatchObject(refused)
    }
    await expect(receiveWebhook(db, 'nobody', '', body, now)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await db.profile.count({ where: { workspaceId: actor.workspaceId } })).toBe(0)
  })

  it('takes only the newest secret once it was replaced', async () => {
    const { source, secret, send } = await createWebhook()
    const body = bodyOf({ deliveryId: 'd1', customers })
    const replaced = await rotateSourceSecret(db, actor, source.id)
    expect(replaced.secret).not.toBe(secret)
    await expect(send(body)).rejects.toMatchObject({ code: 'unauthenticated' })
    const signature = signBody(replaced.secret, body, now.getTime())
    expect(await send(body, signature)).toMatchObject({ state: 'done', acceptedRows: 1 })
  })

  it.each([
    ['no JSON', Buffer.from('{')],
    ['no customers', bodyOf({ deliveryId: 'd1', customers: [] })],
    ['too many', bodyOf({ deliveryId: 'd1', customers: Array(1_001).fill({}) })],
  ])('refuses %s', async (_name, body) => {
    const { send } = await createWebhook()
    await expect(send(body)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  it('keeps texts that Postgres would refuse, and takes no prototype from a record', async () => {
    const { send } = await createWebhook()
    const customer = `{"__proto__":{"consent":"yes"},"email":"x\\u0000y","tier":"\\ud800\\u0000z"`
    const run = await send(
      Buffer.from(
        `{"deliveryId":"d\\u0000","customers":[${customer},"consent":"yes"},${customer}}]}`,
      ),
    )
    expect(run).toMatchObject({ acceptedRows: 2, unconsentedRows: 1 })
    await send(Buffer.from(`{"deliveryId":"e","customers":[${customer},"consent":"yes"}]}`))
    expect(await findProfile('xy')).toMatchObject({ attributes: { tier: '\ufffdz' } })
  })
})

describe('sources', () => {
  it('show the secret of a webhook only when it is made', async () => {
    const made = await createSource(db, actor, { kind: 'webhook', name: 'CRM', mapping })
    expect(made.secret).toHaveLength(43)
    const [source] = await listSources(db, actor)
    expect(source).toMatchObject({ id: made.id, name: 'CRM', profileCount: 0, lastImport: null })
    expect(JSON.stringify(source)).not.toContain(made.secret)
    expect(source?.pushUrl).toContain(`/api/sources/${made.id}`)
  })

  it('are not there for another workspace', async () => {
    const { id } = await createSource(db, actor, { kind: 'csv', name: 'Mine', mapping })
    const stranger = await createTestWorkspace(db)
    const missing = { code: 'not_found' }
    await expect(getSource(db, stranger, id)).rejects.toMatchObject(missing)
    const change = { name: 'X', mapping }
    await expect(updateSource(db, stranger, id, change)).rejects.toMatchObject(missing)
    await expect(rotateSourceSecret(db, stranger, id)).rejects.toMatchObject(missing)
    await expect(rotateSourceSecret(db, actor, id)).rejects.toMatchObject(missing)
    await expect(listImportRuns(db, stranger, id, { limit: 1 })).rejects.toMatchObject(missing)
    const file = { name: '', body: streamOf('') }
    await expect(importCsv(db, stranger, id, file)).rejects.toMatchObject(missing)
    expect(await listSources(db, stranger)).toEqual([])
  })
})
