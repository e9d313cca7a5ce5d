import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeAssetStateResponseSchema } from '@/lib/assets/asset'
import { DEFAULT_BRAND_KIT, type BrandKit } from '@/lib/brand/brand-kit'
import {
  brandImpactSchema,
  brandKitResponseSchema,
  checkedAssetSchema,
  findingListSchema,
} from '@/lib/brand/brand-kit-api'
import { publishedSchema } from '@/lib/campaigns/campaign-api'
import { campaignProofSchema } from '@/lib/campaigns/proof'
import { type Caller, openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
/** Nobody approves what they wrote themselves. */
let reviewer: Caller
beforeAll(async () => {
  world = await buildWorld(studio, 'brand')
  const { workspaceId } = world
  const user = await studio.db.user.create({ data: { email: 'review@example.com', name: 'R' } })
  await studio.db.membership.create({
    data: { userId: user.id, workspaceId, role: 'marketer', approverRoles: ['brand'] },
  })
  reviewer = await studio.asUser(user.id, workspaceId)
})

const guard = { severity: 'block' as const, reason: 'Law', owner: 'Legal' }
const banned = (phrase: string, severity: 'block' | 'warn' = 'block') => ({
  ...DEFAULT_BRAND_KIT,
  voice: {
    ...DEFAULT_BRAND_KIT.voice,
    words: [
      {
        ...{ ...guard, severity, id: 'w1', kind: 'banned' as const, phrases: [phrase] },
        ...{ locales: [], assetKinds: [] },
      },
    ],
  },
})
const neverTogether = (first: string, second: string): BrandKit => ({
  ...DEFAULT_BRAND_KIT,
  pairs: [
    {
      ...{ ...guard, id: 'p1', kind: 'never' },
      first: { assetIds: [first], tags: [] },
      second: { assetIds: [second], tags: [] },
    },
  ],
})
const read = async () =>
  brandKitResponseSchema.parse(
    await expectDone(studio, 'GET /api/v1/brand-kit', { as: world.owner }),
  )
const save = async (kit: BrandKit) => {
  const { revision } = await read()
  return studio.call('PUT /api/v1/brand-kit', { as: world.owner, body: { revision, kit } })
}
const write = async (text: string) =>
  checkedAssetSchema.parse(
    await expectDone(studio, 'POST /api/v1/assets/copy', {
      ...{ as: world.owner, body: { kind: 'headline', text } },
    }),
  )
const publish = () =>
  studio.call('POST /api/v1/campaigns/{campaignId}/publish', {
    ...{ as: world.owner, params: { campaignId: world.ids.campaign } },
  })

it('holds every workspace to the default until it writes rules of its own', async () => {
  expect(await read()).toEqual({ kit: DEFAULT_BRAND_KIT, revision: 0, updatedAt: null })
  expect((await save(banned('cheap'))).status).toBe(200)
  expect(await read()).toMatchObject({ kit: banned('cheap'), revision: 1 })
  const entry = await studio.db.auditEntry.findFirst({ where: { action: 'brand_kit.update' } })
  expect(entry).toMatchObject({ workspaceId: world.workspaceId, detail: { revision: 1 } })
})

it('refuses a stale edit, a wrong kit, and those who may not', async () => {
  const body = { revision: 0, kit: DEFAULT_BRAND_KIT }
  expect((await studio.call('PUT /api/v1/brand-kit', { as: world.owner, body })).status).toBe(409)
  const stale = { revision: 7, kit: DEFAULT_BRAND_KIT }
  expect(
    (await studio.call('PUT /api/v1/brand-kit', { as: world.owner, body: stale })).status,
  ).toBe(409)
  const wrong = { revision: 1, kit: { ...DEFAULT_BRAND_KIT, claims: [{ id: 'x' }] } }
  expect(
    (await studio.call('PUT /api/v1/brand-kit', { as: world.owner, body: wrong })).status,
  ).toBe(400)
  const analyst = await studio.asUser(world.ids.member, world.workspaceId)
  expect((await studio.call('PUT /api/v1/brand-kit', { as: analyst, body: stale })).status).toBe(
    403,
  )
})

it('says what a new text breaks, keeps it from being approved, and lets it once it is mended', async () => {
  const { id, findings } = await write('A cheap, cheerful boot')
  expect(findings).toMatchObject([{ ruleId: 'w1', severity: 'block', owner: 'Legal' }])
  const change = async (action: string) =>
    changeAssetStateResponseSchema.parse(
      await expectDone(studio, 'POST /api/v1/assets/state', {
        ...{ as: reviewer, body: { action, assetIds: [id] } },
      }),
    )
  await change('submit')
  const refused = await change('approve')
  expect(refused.changed).toEqual([])
  expect(refused.refused[0]?.reason).toBe(
    'It says “cheap”, which the brand does not say. Say it in other words. (Legal: Law)',
  )
  await save(banned('cheap', 'warn'))
  const params = { assetId: id }
  const warned = findingListSchema.parse(
    await expectDone(studio, 'GET /api/v1/assets/{assetId}/findings', { as: world.owner, params }),
  )
  expect(warned).toMatchObject({ revision: 2, findings: [{ severity: 'warn' }] })
  expect((await change('approve')).changed).toHaveLength(1)
})

it('counts what a draft of the rules would flag, without saving it', async () => {
  const impact = brandImpactSchema.parse(
    await expectDone(studio, 'POST /api/v1/brand-kit/impact', {
      ...{ as: world.owner, body: { kit: banned('boots') } },
    }),
  )
  expect(impact).toMatchObject({ blocked: 1, warned: 0, rules: [{ ruleId: 'w1', count: 1 }] })
  expect(impact.rules[0]?.examples[0]?.assetId).toBe(world.ids.headline)
  expect((await read()).kit).toEqual(banned('cheap', 'warn'))
})

it('refuses to publish while a combination breaks a blocking rule, names it, and publishes once it is mended', async () => {
  const { headline, cta, campaign } = world.ids
  await save(neverTogether(headline, cta))
  const proof = campaignProofSchema.parse(
    await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}/proof', {
      ...{ as: world.owner, params: { campaignId: campaign } },
    }),
  )
  const broken = proof.guardrails.find(({ id }) => id === 'pair:p1')
  // Every combination has the call to action, so the headline alone is enough.
  expect(broken).toMatchObject({ state: 'violated', count: 1 })
  expect(broken?.witness?.elements.map(({ assetId }) => assetId)).toEqual([headline])

  const refused = await publish()
  expect(refused.status).toBe(422)
  expect(refused.json()).toMatchObject({
    issues: [
      {
        path: `/campaigns/${campaign}/rules#guardrails`,
        message: expect.stringContaining('“brand: warm boots” breaks it') as string,
      },
    ],
  })

  const warns = neverTogether(headline, cta)
  const [pair] = warns.pairs
  if (!pair) throw new Error('one pair')
  await save({ ...warns, pairs: [{ ...pair, severity: 'warn' }] })
  const published = publishedSchema.parse((await publish()).json())
  expect(published.warnings).toHaveLength(1)
  await save(DEFAULT_BRAND_KIT)
  expect(publishedSchema.parse((await publish()).json()).warnings).toEqual([])
})
