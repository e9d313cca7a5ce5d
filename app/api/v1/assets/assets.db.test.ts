import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assetResponseSchema,
  assetUsageSchema,
  changeAssetStateResponseSchema,
  uploadImageResponseSchema,
} from '@/lib/assets/asset'
import { assetListSchema } from '@/lib/assets/asset-list'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { type Caller, openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, DESIGN, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let creative: Caller
let analyst: Caller
beforeAll(async () => {
  world = await buildWorld(studio, 'library')
  const { workspaceId } = world
  const user = await studio.db.user.create({ data: { email: 'creative@example.com', name: 'C' } })
  await studio.db.membership.create({ data: { userId: user.id, workspaceId, role: 'creative' } })
  creative = await studio.asUser(user.id, workspaceId)
  analyst = await studio.asUser(world.ids.member, workspaceId)
})

const paint = (background: string, width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
const upload = (content: Uint8Array, query: Record<string, string> = {}, as = creative) =>
  studio.call('POST /api/v1/assets', {
    as,
    query,
    raw: { contentType: 'application/octet-stream', content },
  })
const uploaded = async (background: string, query: Record<string, string> = {}) =>
  uploadImageResponseSchema.parse((await upload(await paint(background), query)).json()).asset
const write = (kind: string, text: string, more: object = {}, as = creative) =>
  studio.call('POST /api/v1/assets/copy', { as, body: { kind, text, ...more } })
const written = async (kind: string, text: string, more: object = {}) =>
  assetResponseSchema.parse((await write(kind, text, more)).json())
const list = async (query: Record<string, string>) =>
  assetListSchema.parse((await studio.call('GET /api/v1/assets', { as: creative, query })).json())
const change = async (action: string, assetIds: string[]) => {
  // Nobody approves what they uploaded.
  const as = action === 'approve' ? world.owner : creative
  const answer = await studio.call('POST /api/v1/assets/state', { as, body: { action, assetIds } })
  return changeAssetStateResponseSchema.parse(answer.json())
}
const edit = (assetId: string, body: object, as = creative) =>
  studio.call('PATCH /api/v1/assets/{assetId}', { as, params: { assetId }, body })

describe('uploading', () => {
  it('cuts a picture to every ad size and says when it has it already', async () => {
    const content = await paint('#c04020')
    const query = { fileName: 'Red_boots 2.JPG', altText: 'Red boots' }
    const first = await upload(content, query)
    expect(first.status).toBe(201)
    const { asset, isDuplicate } = uploadImageResponseSchema.parse(first.json())
    expect(isDuplicate).toBe(false)
    expect(asset).toMatchObject({ name: 'Red boots 2', altText: 'Red boots', state: 'draft' })
    const sizes = new Set(asset.picture?.renditions.map(({ size }) => size))
    expect([...sizes].sort()).toEqual([...adSizeSchema.options].sort())
    const again = uploadImageResponseSchema.parse((await upload(content, query)).json())
    expect([again.isDuplicate, again.asset.id]).toEqual([true, asset.id])
    const asLogo = uploadImageResponseSchema.parse((await upload(content, { kind: 'logo' })).json())
    expect(asLogo.isDuplicate).toBe(false)
  })

  it('takes a form too, with its own kind and name', async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await paint('#123456'))]), 'sea.png')
    form.set('kind', 'background')
    const sent = new Response(form)
    const answer = await studio.call('POST /api/v1/assets', {
      as: creative,
      raw: {
        contentType: sent.headers.get('content-type') ?? '',
        content: new Uint8Array(await sent.arrayBuffer()),
      },
    })
    const { asset } = uploadImageResponseSchema.parse(answer.json())
    expect(asset).toMatchObject({ kind: 'background', name: 'sea' })
  })

  it.each([
    ['markup', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422, 'The drawing is damaged'],
    ['text', 'not a picture', 422, 'not a picture that can be used'],
    ['nothing', '', 422, 'The file is empty'],
    ['the beginning of a picture', 'ÿØÿ', 422, ''],
  ])('refuses %s in plain words', async (_, content, status, words) => {
    const answer = await upload(Buffer.from(content, 'latin1'))
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(words)
  })

  it('refuses more than 10 MB, and those who may not', async () => {
    expect((await upload(new Uint8Array(10_100_000))).status).toBe(413)
    expect((await upload(await paint('#000000'), {}, analyst)).status).toBe(403)
    expect((await upload(await paint('#000000'), { kind: 'headline' })).status).toBe(400)
  })
})

describe('writing copy', () => {
  it.each([
    ['headline', 'x'.repeat(91)],
    ['cta', 'x'.repeat(26)],
    ['body', '   '],
    ['disclaimer', 'a\u202eb'],
    ['image', 'Not copy'],
  ])('refuses a %s that breaks its rules, beside the field', async (kind, text) => {
    const answer = await write(kind, text)
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({
      issues: [{ path: kind === 'image' ? 'kind' : 'text' }],
    })
  })
})

describe('the list', () => {
  it('tells pictures from copy, and filters by kind, state, tag and words', async () => {
    const boots = await written('headline', 'Boots 100% dry_feet', { tags: ['Winter'] })
    const sky = await uploaded('#88aaff', { fileName: 'sky.jpg' })
    const ids = async (query: Record<string, string>) =>
      (await list({ limit: '200', ...query })).items.map(({ id }) => id)
    expect(await ids({ group: 'copy' })).toContain(boots.id)
    expect(await ids({ group: 'copy' })).not.toContain(sky.id)
    expect(await ids({ group: 'pictures' })).toContain(sky.id)
    expect(await ids({ group: 'pictures', kind: 'headline' })).toEqual([])
    expect(await ids({ kind: 'headline', tag: 'winter' })).toEqual([boots.id])
    // What LIKE would take as wildcards is meant as it is written.
    expect(await ids({ search: '100% dry_' })).toEqual([boots.id])
    expect(await ids({ search: '100_' })).toEqual([])
    await change('archive', [boots.id])
    expect(await ids({ tag: 'winter' })).toEqual([])
    expect(await ids({ tag: 'winter', state: 'archived' })).toEqual([boots.id])
  })

  it('hands out every asset once, page by page', async () => {
    const all = (await list({ limit: '200' })).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | null = ''
    do {
      const page = await list({ limit: '2', ...(cursor ? { cursor } : {}) })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(paged).toEqual(all)
    expect(all.length).toBeGreaterThan(4)
    const wrong = { as: creative, query: { cursor: 'never-was' } }
    expect((await studio.call('GET /api/v1/assets', wrong)).status).toBe(400)
  })
})

describe('states', () => {
  it('changes what can be changed and gives the reason for the rest', async () => {
    const [a, b] = [await written('cta', 'Buy'), await written('cta', 'Look')]
    await change('submit', [a.id])
    const outcome = await change('approve', [a.id, b.id, 'never-was'])
    expect(outcome.changed).toEqual([{ id: a.id, state: 'approved' }])
    expect(outcome.refused.map(({ id }) => id).sort()).toEqual([b.id, 'never-was'].sort())
    const refused = await studio.call('POST /api/v1/assets/state', {
      as: analyst,
      body: { action: 'archive', assetIds: [a.id] },
    })
    expect(refused.status).toBe(403)
    expect((await change('archive', [a.id])).changed).toHaveLength(1)
    // Its approval is bound to its content, which is the same.
    expect((await change('restore', [a.id])).changed).toEqual([{ id: a.id, state: 'approved' }])
  })
})

describe('editing', () => {
  it('crops again around a new focal point and asks for a new approval', async () => {
    const stripes = await sharp(await paint('#0000ff', 1200, 600))
      .composite([{ input: await paint('#ff0000', 300, 600), left: 0, top: 0 }])
      .jpeg()
      .toBuffer()
    const { asset } = uploadImageResponseSchema.parse((await upload(stripes)).json())
    await change('submit', [asset.id])
    await change('approve', [asset.id])
    const tagged = assetResponseSchema.parse((await edit(asset.id, { tags: ['Sea'] })).json())
    expect([tagged.state, tagged.tags]).toEqual(['approved', ['sea']])
    const moved = assetResponseSchema.parse((await edit(asset.id, { focalX: 0 })).json())
    expect(moved.state).toBe('draft')
    const tall = (from: typeof asset) =>
      from.picture?.renditions.find(({ size }) => size === '160x600')?.url
    expect(tall(moved)).not.toBe(tall(asset))
  })

  it.each([
    ['copy with a focal point', { focalX: 0.2 }, 400],
    ['copy that is too long', { text: 'x'.repeat(91) }, 400],
    ['an empty name', { name: ' ' }, 400],
    ['a focal point outside', { focalX: 1.2 }, 400],
  ])('refuses %s', async (_, body, status) => {
    const { id } = await written('headline', 'To be edited')
    expect((await edit(id, body)).status).toBe(status)
    expect((await edit(id, { text: 'Edited' }, analyst)).status).toBe(403)
  })

  it('refuses what is archived until it is restored', async () => {
    const { id } = await written('headline', 'Old')
    await change('archive', [id])
    const answer = await edit(id, { text: 'New' })
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('restore it')])
  })
})

describe('usage', () => {
  it('lists the campaigns and slots an asset is in', async () => {
    const { id } = await written('headline', 'Used')
    const usage = async () =>
      assetUsageSchema.parse(
        (
          await studio.call('GET /api/v1/assets/{assetId}/usage', {
            as: analyst,
            params: { assetId: id },
          })
        ).json(),
      )
    expect(await usage()).toEqual({ items: [] })
    const save = (editVersion: number, kind: string) =>
      studio.call('PUT /api/v1/campaigns/{campaignId}/assets', {
        as: world.owner,
        params: { campaignId: world.ids.draftCampaign },
        body: { editVersion, design: DESIGN, slots: [{ key: 'title', kind, assetIds: [id] }] },
      })
    const wrong = await save(0, 'body')
    expect([wrong.status, wrong.json()]).toMatchObject([422, { issues: [{ path: 'slots.title' }] }])
    expect((await save(0, 'headline')).status).toBe(200)
    expect((await save(0, 'headline')).status).toBe(409)
    expect((await usage()).items).toMatchObject([
      { campaignId: world.ids.draftCampaign, slot: 'title', isPaused: false },
    ])
  })
})
