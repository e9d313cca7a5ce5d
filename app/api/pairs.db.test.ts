import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { campaignDetailSchema, type CampaignDetail } from '@/lib/campaigns/campaign-api'
import { previewSchema } from '@/lib/serve/preview-api'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let params: { campaignId: string }
beforeAll(async () => {
  world = await buildWorld(studio, 'pairs')
  params = { campaignId: world.ids.campaign }
})

const RULES = 'PUT /api/v1/campaigns/{campaignId}/rules'
const PUBLISH = 'POST /api/v1/campaigns/{campaignId}/publish'
const member = (slot: string, assetId: string) => ({ slot, assetId })
const pairOf = (kind: 'never' | 'together', headline: string, cta: string) => ({
  kind,
  first: member('headline', headline),
  second: member('cta', cta),
})

async function read(): Promise<CampaignDetail> {
  const operation = 'GET /api/v1/campaigns/{campaignId}'
  return campaignDetailSchema.parse(
    await expectDone(studio, operation, { as: world.owner, params }),
  )
}

async function save(change: { constraints?: object[] }) {
  const { editVersion } = await read()
  return studio.call(RULES, {
    ...{ as: world.owner, params, body: { editVersion, rules: [], ...change } },
  })
}

const servedSchema = z.object({ assets: z.object({ headline: z.object({ id: z.string() }) }) })
async function serveHeadlines(): Promise<Set<string>> {
  const seen = new Set<string>()
  for (let count = 0; count < 60; count++) {
    const address = `/api/serve/${world.ids.placement}?format=json`
    const response = await studio.fetchAd(address, { headers: { 'user-agent': BROWSER } })
    seen.add(servedSchema.parse(await response.json()).assets.headline.id)
  }
  return seen
}

it('keeps pairs with the campaign, and counts what they leave', async () => {
  const pair = pairOf('never', world.ids.otherHeadline, world.ids.cta)
  expect((await save({ constraints: [pair] })).status).toBe(200)
  const saved = await read()
  expect(saved.constraints).toEqual([pair])
  expect(saved.combinations).toEqual({
    total: 2,
    allowed: 1,
    warnings: ['“pairs: dry feet” can never be shown: the pairs leave no ad with it.'],
  })
  // A save of rules alone leaves them.
  expect((await save({})).status).toBe(200)
  expect((await read()).constraints).toEqual([pair])
  expect((await save({ constraints: [] })).status).toBe(200)
  expect(await read()).toMatchObject({
    constraints: [],
    combinations: { total: 2, allowed: 2, warnings: [] },
  })
})

it('is unpublished work as soon as there is a pair, and none without', async () => {
  await expectDone(studio, PUBLISH, { as: world.owner, params })
  expect((await read()).hasUnpublishedChanges).toBe(false)
  await save({ constraints: [pairOf('never', world.ids.otherHeadline, world.ids.cta)] })
  expect((await read()).hasUnpublishedChanges).toBe(true)
})

it('refuses a pair of one slot, and of what is no element', async () => {
  const { headline, otherHeadline } = world.ids
  const same = { ...pairOf('never', headline, ''), second: member('headline', otherHeadline) }
  for (const constraints of [[same], [{ kind: 'often' }], [pairOf('never', '', '')]]) {
    expect((await save({ constraints })).status).toBe(400)
  }
})

it('does not publish a pair with what left its slot, nor pairs that leave nothing', async () => {
  const { headline, otherHeadline, cta } = world.ids
  const refused = async (constraints: object[]) => {
    expect((await save({ constraints })).status).toBe(200)
    const answer = await studio.call(PUBLISH, { as: world.owner, params })
    expect(answer.status).toBe(422)
    return answer.text
  }
  expect(await refused([pairOf('never', headline, 'gone')])).toContain('no longer in its slot')
  const all = [pairOf('never', headline, cta), pairOf('never', otherHeadline, cta)]
  expect(await refused(all)).toContain('leave no ad')
})

it('holds in every ad once it is published, and says so in the preview', async () => {
  expect(await serveHeadlines()).toEqual(new Set([world.ids.headline, world.ids.otherHeadline]))
  await save({ constraints: [pairOf('never', world.ids.otherHeadline, world.ids.cta)] })
  const preview = previewSchema.parse(
    await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}/preview', {
      ...{ as: world.owner, params, query: { size: '300x250' } },
    }),
  )
  if (preview.kind === 'invalid') throw new Error('It can be previewed.')
  expect(preview.ads[0]?.slots[0]?.excluded).toEqual([
    {
      ...{ assetId: world.ids.otherHeadline, name: expect.any(String) as string, ruleName: null },
      pair: expect.stringContaining('never go together') as string,
      limit: null,
    },
  ])
  await expectDone(studio, PUBLISH, { as: world.owner, params })
  await vi.waitFor(
    async () => expect(await serveHeadlines()).toEqual(new Set([world.ids.headline])),
    20_000,
  )
})
