import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderPlanSchema } from '@/lib/render-checks/render-check'
import { openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, DESIGN, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let other: World
beforeAll(async () => {
  world = await buildWorld(studio, 'render')
  other = await buildWorld(studio, 'stranger')
})

const CHECK = '/api/v1/campaigns/{campaignId}/render-check'
const FINDING = { kind: 'clipped', part: 'headline', value: 12, needed: 0 } as const
const call = (body?: object) => ({
  ...{ as: world.owner, params: { campaignId: world.ids.campaign }, ...(body ? { body } : {}) },
})

async function readPlan() {
  const plan = renderPlanSchema.parse(await expectDone(studio, `GET ${CHECK}`, call()))
  if (plan.kind !== 'ok') throw new Error(plan.kind)
  return plan
}

async function saveDesign(accentColor: string, editVersion: number): Promise<void> {
  const slots = [
    {
      key: 'headline',
      kind: 'headline',
      assetIds: [world.ids.headline, world.ids.otherHeadline],
    },
    { key: 'cta', kind: 'cta', assetIds: [world.ids.cta] },
  ]
  const body = { editVersion, design: { ...DESIGN, accentColor }, slots }
  await expectDone(studio, 'PUT /api/v1/campaigns/{campaignId}/assets', call(body))
}

it('plans each look once, and remembers what was found until the look changes', async () => {
  const plan = await readPlan()
  expect(plan).toMatchObject({ ads: 3, pairs: 2, isComplete: true, reachable: '2' })
  // The static ad looks like one of the others.
  expect(plan.cells).toHaveLength(2)
  expect(plan.cells.every(({ findings }) => findings === null)).toBe(true)

  const [first, second] = plan.cells
  if (!first || !second) throw new Error('Two ads are planned.')
  const results = [
    { key: first.key, findings: [FINDING] },
    { key: second.key, findings: [] },
  ]
  await expectDone(studio, `POST ${CHECK}`, call({ results }))
  await expectDone(studio, `POST ${CHECK}`, call({ results }))
  expect((await readPlan()).cells.map(({ findings }) => findings)).toEqual([[FINDING], []])

  const campaign = await studio.db.campaign.findUniqueOrThrow({ where: { id: world.ids.campaign } })
  await saveDesign('#7a1f5c', campaign.editVersion)
  expect((await readPlan()).cells.every(({ findings }) => findings === null)).toBe(true)
  await saveDesign(DESIGN.accentColor, campaign.editVersion + 1)
  expect((await readPlan()).cells.map(({ findings }) => findings)).toEqual([[FINDING], []])
})

it('is each workspace’s own', async () => {
  const params = { campaignId: world.ids.campaign }
  expect((await studio.call(`GET ${CHECK}`, { as: other.owner, params })).status).toBe(404)
  const [cell] = (await readPlan()).cells
  const body = { results: [{ key: cell?.key, findings: [] }] }
  expect((await studio.call(`POST ${CHECK}`, { as: other.owner, params, body })).status).toBe(404)
  expect((await readPlan()).cells[0]?.findings).toEqual([FINDING])
})

it('forgets what was found half a year ago, and nothing newer', async () => {
  const { pruneRenderChecks } = await import('@/lib/render-checks/server/prune-render-checks')
  const before = await studio.db.renderCheck.count()
  expect(await pruneRenderChecks(studio.db)).toBe(0)
  const checkedAt = new Date(Date.now() - 181 * 86_400_000)
  const { key } = await studio.db.renderCheck.findFirstOrThrow()
  await studio.db.renderCheck.updateMany({ where: { key }, data: { checkedAt } })
  expect(await pruneRenderChecks(studio.db)).toBe(1)
  expect(await studio.db.renderCheck.count()).toBe(before - 1)
})

it.each([
  ['a key that is none', { key: 'x', findings: [] }],
  ['a finding that is none', { key: 'a'.repeat(64), findings: [{ ...FINDING, kind: 'ugly' }] }],
  ['nothing', undefined],
])('refuses %s', async (_, result) => {
  const results = result ? [result] : []
  expect((await studio.call(`POST ${CHECK}`, call({ results }))).status).toBe(400)
})
