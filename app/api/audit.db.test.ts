import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Audit, auditSchema } from '@/lib/audit/audit'
import { openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let params: { campaignId: string }
beforeAll(async () => {
  world = await buildWorld(studio, 'audit')
  params = { campaignId: world.ids.campaign }
})

const AUDIT = 'GET /api/v1/campaigns/{campaignId}/audit'
const CSV = 'GET /api/v1/campaigns/{campaignId}/audit.csv'

async function audit(query: Record<string, string> = {}): Promise<Audit> {
  return auditSchema.parse(await expectDone(studio, AUDIT, { as: world.owner, params, query }))
}

it('audits what is saved: rights, languages and states as the library has them', async () => {
  const before = await audit()
  expect(before.sizes.filter(({ isPlaced }) => isPlaced).map(({ size }) => size)).toEqual([
    '300x250',
  ])
  expect(before.inventory.map(({ assetId }) => assetId)).toContain(world.ids.headline)
  expect(before.findings.filter(({ topic }) => topic === 'rights')).toEqual([])

  const rightsEndAt = new Date(Date.now() + 5 * 86_400_000)
  await studio.db.asset.update({
    where: { id: world.ids.headline },
    data: { rightsEndAt, locale: 'de' },
  })
  const after = await audit()
  expect(after.findings.find(({ topic }) => topic === 'rights')).toMatchObject({
    where: { assetIds: [world.ids.headline] },
    fix: { kind: 'open_asset', field: 'rights' },
  })
  expect(after.coverage.locales.map(({ tag }) => tag).toSorted()).toEqual(['de', 'en'])
  expect(after.findings.map(({ topic }) => topic)).toContain('language')
  const german = await audit({ locale: 'de' })
  const cta = german.coverage.rows.find(({ slot }) => slot === 'cta')
  expect(cta?.cells.find(({ size }) => size === '300x250')?.state).toBe('missing')
})

it('says when an approval ends before the flight does', async () => {
  const { cta } = world.ids
  await studio.db.assetApproval.updateMany({
    where: { assetId: cta },
    data: { expiresAt: new Date(Date.now() + 3 * 86_400_000) },
  })
  const { findings } = await audit()
  expect(findings.find(({ sentence }) => sentence.startsWith('The approval of'))).toMatchObject({
    topic: 'rights',
    where: { assetIds: [cta] },
    fix: { kind: 'open_asset', field: 'approval' },
  })
})

it('exports each table, with formulas defused', async () => {
  await studio.db.asset.update({
    where: { id: world.ids.otherHeadline },
    data: { text: '=HYPERLINK("https://evil.example")' },
  })
  for (const table of ['inventory', 'coverage', 'findings']) {
    const answer = await studio.call(CSV, { as: world.owner, params, query: { table } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain(`audit-${table}.csv`)
    expect(answer.text.split('\r\n').length).toBeGreaterThan(2)
    expect(answer.text).not.toMatch(/(^|,|")=HYPERLINK/m)
  }
  const inventory = await studio.call(CSV, {
    ...{ as: world.owner, params, query: { table: 'inventory' } },
  })
  expect(inventory.text).toContain("'=HYPERLINK")
})

it('is not told to other workspaces', async () => {
  const stranger = await buildWorld(studio, 'stranger')
  expect((await studio.call(AUDIT, { as: stranger.owner, params })).status).toBe(404)
  const query = { table: 'findings' }
  expect((await studio.call(CSV, { as: stranger.owner, params, query })).status).toBe(404)
})
