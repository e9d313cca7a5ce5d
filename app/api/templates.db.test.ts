import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishedSchema } from '@/lib/campaigns/campaign-api'
import { campaignDetailSchema } from '@/lib/campaigns/campaign-api'
import { snapshotSchema } from '@/lib/decision/snapshot'
import { STARTER_TEMPLATE } from '@/lib/templates/starter-template'
import {
  templateDetailSchema,
  templateLintSchema,
  templateListSchema,
  templatePreviewResponseSchema,
  templateVersionSchema,
} from '@/lib/templates/template-api'
import { openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, DESIGN, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let strangers: World
beforeAll(async () => {
  world = await buildWorld(studio, 'templates')
  strangers = await buildWorld(studio, 'strangers')
})

const CHANGED = {
  ...STARTER_TEMPLATE,
  css: `${STARTER_TEMPLATE.css}.title{color:var(--ad-accent)}`,
}
const HOSTILE = {
  html: `${STARTER_TEMPLATE.html}<script>alert(1)</script>\n<p onclick="alert(1)">x</p>`,
  css: '.x{background:url(https://evil.example/a.png)}',
}

const create = async (name: string) =>
  templateDetailSchema.parse(
    await expectDone(studio, 'POST /api/v1/templates', {
      ...{ as: world.owner, body: { name, ...STARTER_TEMPLATE, note: 'First' } },
    }),
  )
const saveVersion = (templateId: string, body: object) =>
  studio.call('POST /api/v1/templates/{templateId}/versions', {
    ...{ as: world.owner, params: { templateId }, body },
  })

it('keeps every version as it was, and a restored one as a new one', async () => {
  const { id, newestVersion } = await create('Cards')
  expect(newestVersion).toBe(1)
  const second = await saveVersion(id, { ...CHANGED, baseVersion: 1, note: 'Accent' })
  expect(second.status).toBe(201)
  expect(templateDetailSchema.parse(second.json())).toMatchObject({ newestVersion: 2 })
  const params = { templateId: id, version: '1' }
  const first = templateVersionSchema.parse(
    await expectDone(studio, 'GET /api/v1/templates/{templateId}/versions/{version}', {
      ...{ as: world.owner, params },
    }),
  )
  expect(first).toMatchObject({ ...STARTER_TEMPLATE, version: 1, note: 'First' })
  const restored = templateDetailSchema.parse(
    await expectDone(studio, 'POST /api/v1/templates/{templateId}/versions/{version}/restore', {
      ...{ as: world.owner, params },
    }),
  )
  expect(restored).toMatchObject({ newestVersion: 3, css: STARTER_TEMPLATE.css })
  expect(restored.versions.map(({ version, restoredFrom }) => [version, restoredFrom])).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ])
  await expect(
    studio.db.templateVersion.updateMany({ where: { templateId: id }, data: { css: '' } }),
  ).rejects.toThrow(/never changes/)
  const actions = await studio.db.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { createdAt: 'asc' },
  })
  expect(actions.map(({ action }) => action)).toEqual([
    'template.create',
    'template.version',
    'template.version',
  ])
})

it('refuses what could run or load, and says where it is and what to do', async () => {
  const { id } = await create('Hostile')
  const refused = await saveVersion(id, { ...HOSTILE, baseVersion: 1 })
  expect(refused.status).toBe(422)
  expect(refused.json()).toMatchObject({
    detail: '3 things have to be mended before this version can be saved.',
    issues: [
      {
        path: expect.stringMatching(/^html:\d+:\d+$/),
        message: expect.stringContaining('<script>'),
      },
      { message: expect.stringContaining('onclick would run a script') },
      { path: 'css:1:15', message: expect.stringContaining('url()') },
    ],
  })
  expect(await studio.db.templateVersion.count({ where: { templateId: id } })).toBe(1)
})

it('refuses a version of somebody who has not seen the newest', async () => {
  const { id } = await create('Together')
  await saveVersion(id, { ...CHANGED, baseVersion: 1 })
  const late = await saveVersion(id, { ...STARTER_TEMPLATE, baseVersion: 1 })
  expect(late.status).toBe(409)
})

it('checks and draws a source without keeping it, broken or not', async () => {
  const before = await studio.db.template.count()
  const lint = templateLintSchema.parse(
    await expectDone(studio, 'POST /api/v1/templates/lint', { as: world.owner, body: HOSTILE }),
  )
  expect(lint.hasErrors).toBe(true)
  expect(lint.loads).toHaveLength(9)
  const { document } = templatePreviewResponseSchema.parse(
    await expectDone(studio, 'POST /api/v1/templates/preview', {
      ...{ as: world.owner, body: { ...HOSTILE, size: '728x90', sample: 'long' } },
    }),
  )
  expect(document).toContain('data-size="728x90"')
  expect(document).not.toMatch(/<script|onclick|evil\.example/)
  expect(await studio.db.template.count()).toBe(before)
})

it('serves a campaign in the version that it chose, whatever becomes of the template', async () => {
  const { id } = await create('Served')
  const params = { campaignId: world.ids.campaign }
  const read = async () =>
    campaignDetailSchema.parse(
      await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}', { as: world.owner, params }),
    )
  const choose = async (team: object) => {
    const { editVersion, slots } = await read()
    const own = slots.map(({ key, kind, assets }) => ({
      ...{ key, kind, assetIds: assets.map((asset) => asset.id) },
    }))
    const body = { editVersion, design: { ...DESIGN, team }, slots: own }
    return studio.call('PUT /api/v1/campaigns/{campaignId}/assets', {
      ...{ as: world.owner, params, body },
    })
  }
  expect((await choose({ templateId: strangers.ids.template, version: 1 })).status).toBe(422)
  expect((await choose({ templateId: id, version: 2 })).status).toBe(422)
  // What a client says of the template's looks is not heard.
  const injected = { templateId: id, version: 1, pieces: ['<script>alert(1)</script>'], css: 'x' }
  expect((await choose(injected)).status).toBe(200)
  await saveVersion(id, { ...CHANGED, baseVersion: 1 })
  await expectDone(studio, 'POST /api/v1/templates/{templateId}/archive', {
    ...{ as: world.owner, params: { templateId: id }, body: { isArchived: true } },
  })
  const { revision } = publishedSchema.parse(
    await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/publish', {
      ...{ as: world.owner, params },
    }),
  )
  const row = await studio.db.campaignSnapshot.findUniqueOrThrow({
    where: { campaignId_revision: { campaignId: world.ids.campaign, revision } },
  })
  const { design } = snapshotSchema.parse(row.document)
  expect(design.team).toMatchObject({ templateId: id, version: 1, name: 'Served' })
  expect(design.team?.css).not.toContain('var(--ad-accent)}.t .t-title{color')
  expect(JSON.stringify(design.team)).not.toContain('alert')
  const listed = templateListSchema.parse(
    await expectDone(studio, 'GET /api/v1/templates', {
      ...{ as: world.owner, query: { archived: 'true' } },
    }),
  )
  expect(listed.items.find((each) => each.id === id)?.usedBy).toMatchObject([
    { id: world.ids.campaign, version: 1 },
  ])
  // It stays where it is chosen, and can't be chosen anew.
  expect((await choose({ templateId: id, version: 2 })).status).toBe(200)
  expect((await choose({ templateId: world.ids.template, version: 1 })).status).toBe(200)
  expect((await choose({ templateId: id, version: 2 })).status).toBe(422)
})
