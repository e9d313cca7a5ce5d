import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeAssetStateSchema } from '@/lib/assets/asset'
import { NO_IMPACT } from '@/lib/assets/asset-impact'
import { listAssetsQuerySchema } from '@/lib/assets/asset-list'
import { createDatabase, type Database } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { type Actor, ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { type BlobStore, createBlobStore } from './blob-store'
import { changeAssetState } from './change-asset-state'
import { createCopyAsset } from './create-copy-asset'
import { findAssetUsage } from './find-asset-usage'
import { getAsset } from './get-asset'
import { listAssets } from './list-assets'
import { updateAsset } from './update-asset'
import { uploadImageAsset } from './upload-image-asset'

let test: TestDatabase
let db: Database
let folder: string
let store: BlobStore
let actor: Actor
let stranger: Actor
let picture: Buffer

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  folder = await mkdtemp(path.join(tmpdir(), 'intarsia-library-'))
  store = createBlobStore(folder)
  const [mine, theirs] = await Promise.all(
    ['Mine', 'Theirs'].map((name) =>
      db.workspace.create({ data: { name, slug: name.toLowerCase() } }),
    ),
  )
  const base = { kind: 'system', id: 'test', permissions: ROLE_PERMISSIONS.owner } as const
  actor = { ...base, workspaceId: mine?.id ?? '' }
  stranger = { ...base, workspaceId: theirs?.id ?? '' }
  const red = { create: { width: 300, height: 600, channels: 3, background: '#ff0000' } } as const
  picture = await sharp({
    create: { width: 1200, height: 600, channels: 3, background: '#0000ff' },
  })
    .composite([{ input: await sharp(red).png().toBuffer(), left: 0, top: 0 }])
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
  await rm(folder, { recursive: true, force: true })
})

const settle = () => Promise.resolve(NO_IMPACT)
const upload = (by: Actor, bytes: Buffer = picture) =>
  uploadImageAsset(
    db,
    by,
    { bytes, kind: 'image', fileName: 'C:\\x\\red_boots.JPG', altText: '' },
    store,
  )
const headline = (text: string, tags: string[] = []) =>
  createCopyAsset(db, actor, { kind: 'headline', text, locale: 'en', tags })
const list = (query: object, by = actor) => listAssets(db, by, listAssetsQuerySchema.parse(query))

describe('the asset library', () => {
  it('stores a picture once for each workspace, also when it comes twice at once', async () => {
    const both = await Promise.all([upload(actor), upload(actor)])
    expect(both.map((answer) => answer.isDuplicate).sort()).toEqual([false, true])
    expect(new Set(both.map((answer) => answer.asset.id)).size).toBe(1)
    const [{ asset }] = both
    expect(asset).toMatchObject({ name: 'red boots', state: 'draft', kind: 'image' })
    expect(asset.picture).toMatchObject({ widthPx: 1200, heightPx: 600, contentType: 'image/webp' })
    const keys = asset.picture?.renditions.map((r) => `${r.size} ${r.format} ${r.density}`) ?? []
    expect(keys).toEqual(expect.arrayContaining(['300x250 webp 1', '300x250 webp 2']))
    expect(new Set(keys).size).toBe(keys.length)
    for (const { url } of asset.picture?.renditions ?? []) {
      expect(await store.has(/([0-9a-f]{64})/.exec(url)?.[1] ?? '')).toBe(true)
    }
    expect((await upload(stranger)).isDuplicate).toBe(false)
    expect(await db.auditEntry.count({ where: { subjectId: asset.id } })).toBe(1)
  })

  it('refuses a broken picture with the reason and stores nothing', async () => {
    const before = await db.asset.count()
    await expect(upload(actor, Buffer.from('<svg/>'))).rejects.toMatchObject({
      code: 'unprocessable',
      issues: [{ path: 'file' }],
    })
    expect(await db.asset.count()).toBe(before)
  })

  it('crops again around a new focal point', async () => {
    const { asset } = await upload(actor)
    const moved = await updateAsset(db, actor, asset.id, { focalX: 0.05 }, settle, store)
    expect(moved.picture).toMatchObject({ focalX: 0.05, focalY: 0.5 })
    const tall = moved.picture?.renditions.find((r) => r.size === '160x600' && r.format === 'jpeg')
    const bytes = await store.read(/([0-9a-f]{64})/.exec(tall?.url ?? '')?.[1] ?? '')
    const { dominant } = await sharp(bytes ?? undefined).stats()
    expect(dominant.r).toBeGreaterThan(200)
  })

  it('walks through the states, in bulk, and back to draft by an edit', async () => {
    const [first, second] = [await headline('First'), await headline('Second')]
    const ids = [first.id, second.id, 'nobody']
    const submitted = await changeAssetState(
      db,
      actor,
      changeAssetStateSchema.parse({ action: 'submit', assetIds: ids }),
      settle,
    )
    expect(submitted.changed.map((change) => change.id).sort()).toEqual(
      [first.id, second.id].sort(),
    )
    expect(submitted.refused).toEqual([{ id: 'nobody', reason: expect.any(String) as string }])
    await changeAssetState(
      db,
      actor,
      changeAssetStateSchema.parse({ action: 'approve', assetIds: ids }),
      settle,
    )
    expect((await getAsset(db, actor, first.id)).state).toBe('approved')
    expect((await updateAsset(db, actor, first.id, { tags: ['new'] }, settle, store)).state).toBe(
      'approved',
    )
    expect(
      await updateAsset(db, actor, first.id, { text: ' First! ' }, settle, store),
    ).toMatchObject({
      state: 'draft',
      text: 'First!',
    })
    await changeAssetState(
      db,
      actor,
      changeAssetStateSchema.parse({ action: 'archive', assetIds: [first.id] }),
      settle,
    )
    await expect(
      updateAsset(db, actor, first.id, { text: 'x' }, settle, store),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      updateAsset(db, actor, second.id, { text: 'x'.repeat(91) }, settle, store),
    ).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'text' }] })
    const actions = await db.auditEntry.findMany({
      where: { subjectId: first.id },
      orderBy: { id: 'asc' },
    })
    expect(actions.map((entry) => entry.action).sort()).toEqual(
      [
        'asset.created',
        'asset.submit',
        'asset.approve',
        'asset.updated',
        'asset.updated',
        'asset.archive',
      ].sort(),
    )
  })

  it('pages without gaps or repeats, and filters', async () => {
    for (let index = 0; index < 7; index += 1) await headline(`Paged 100% ${index}`, ['paged'])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ tag: 'Paged', limit: 3, cursor })
      seen.push(...page.items.map((item) => item.text ?? ''))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    expect((await list({ search: '100% 3' })).items).toHaveLength(1)
    expect((await list({ search: '1_0' })).items).toHaveLength(0)
    expect((await list({ kind: 'image' })).items.every((item) => item.kind === 'image')).toBe(true)
    expect((await list({ state: 'archived' })).items.map((item) => item.text)).toEqual(['First!'])
  })

  it('knows where an asset is used', async () => {
    const asset = await headline('Used')
    await db.campaign.create({
      data: {
        ...{ workspaceId: actor.workspaceId, name: 'Autumn', segmentIds: [] },
        slots: {
          create: {
            key: 'headline',
            kind: 'headline',
            position: 0,
            assets: { create: { assetId: asset.id, position: 0 } },
          },
        },
      },
    })
    expect((await findAssetUsage(db, actor, asset.id)).items).toMatchObject([
      { campaignName: 'Autumn', slot: 'headline', isPaused: false },
    ])
  })

  it('hides everything from another workspace', async () => {
    const { id } = await headline('Private')
    const isMissing = { code: 'not_found' }
    await expect(getAsset(db, stranger, id)).rejects.toMatchObject(isMissing)
    await expect(updateAsset(db, stranger, id, { name: 'x' }, settle, store)).rejects.toMatchObject(
      isMissing,
    )
    await expect(findAssetUsage(db, stranger, id)).rejects.toMatchObject(isMissing)
    expect(
      (
        await changeAssetState(
          db,
          stranger,
          changeAssetStateSchema.parse({ action: 'submit', assetIds: [id] }),
          settle,
        )
      ).changed,
    ).toEqual([])
    expect((await list({ search: 'Private' }, stranger)).items).toEqual([])
    await expect(list({ cursor: id }, stranger)).rejects.toMatchObject({ code: 'invalid_request' })
  })
})

describe('pictures that look alike', () => {
  it('are told at upload, in the same workspace only', async () => {
    const first = await upload(stranger)
    expect(first.similar).toEqual([])
    const smaller = await sharp(picture).resize(500).jpeg({ quality: 40 }).toBuffer()
    const second = await upload(stranger, smaller)
    expect(second.isDuplicate).toBe(false)
    expect(second.similar).toMatchObject([{ id: first.asset.id, name: 'red boots' }])
    expect((await upload(stranger, await sharp(picture).flop().jpeg().toBuffer())).similar).toEqual(
      [],
    )
  })
})
