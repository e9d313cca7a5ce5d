import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  assetResponseSchema,
  changeAssetStateResponseSchema,
  uploadImageResponseSchema,
} from '@/lib/assets/asset'
import { toSnapshotAsset } from '@/lib/assets/snapshot-asset'
import { uploadBatchSchema } from '@/lib/uploads/upload'
import { type Caller, openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, sendWhole, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { getBlobStore } = await import('@/lib/assets/server/get-blob-store')
afterAll(() => studio.close())
let world: World
let creative: Caller
beforeAll(async () => {
  world = await buildWorld(studio, 'videos')
  const { workspaceId } = world
  const user = await studio.db.user.create({ data: { email: 'film@example.com', name: 'C' } })
  await studio.db.membership.create({ data: { userId: user.id, workspaceId, role: 'creative' } })
  creative = await studio.asUser(user.id, workspaceId)
})

const MP4 = readFileSync('scripts/testing/videos/h264-with-sound.mp4')
const WEBM = readFileSync('scripts/testing/videos/vp8.webm')
const paint = (background: string, width = 640, height = 360) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()

const upload = (content: Uint8Array, query: Record<string, string> = {}, as = world.owner) =>
  studio.call('POST /api/v1/assets', {
    as,
    query,
    raw: { contentType: 'application/octet-stream', content },
  })
async function uploadForm(parts: Record<string, Uint8Array>) {
  const form = new FormData()
  for (const [name, bytes] of Object.entries(parts)) {
    form.set(name, new Blob([new Uint8Array(bytes)]), `${name}.mp4`)
  }
  const sent = new Response(form)
  return studio.call('POST /api/v1/assets', {
    as: world.owner,
    raw: {
      contentType: sent.headers.get('content-type') ?? '',
      content: new Uint8Array(await sent.arrayBuffer()),
    },
  })
}
const setPoster = (assetId: string, content: Uint8Array, as = world.owner) =>
  studio.call('PUT /api/v1/assets/{assetId}/poster', {
    as,
    params: { assetId },
    raw: { contentType: 'image/jpeg', content },
  })
async function change(action: string, assetId: string) {
  const body = { action, assetIds: [assetId] }
  const answer = await studio.call('POST /api/v1/assets/state', { as: world.owner, body })
  return changeAssetStateResponseSchema.parse(answer.json())
}

describe('a short video', () => {
  it('comes in with its poster, cut to its shape, and is served in parts', async () => {
    const answer = await uploadForm({ file: MP4, poster: await paint('#336699', 600, 600) })
    expect(answer.status).toBe(201)
    const { asset, notes } = uploadImageResponseSchema.parse(answer.json())
    expect(asset).toMatchObject({ kind: 'video', state: 'draft', name: 'file' })
    expect(asset.video).toMatchObject({ contentType: 'video/mp4', hasPoster: true })
    expect(asset.picture).toMatchObject({ contentType: 'image/webp', widthPx: 320, heightPx: 180 })
    expect(asset.picture?.renditions.length).toBeGreaterThan(10)
    expect(notes.join(' ')).toContain('without sound')
    const sha256 = asset.picture?.url.split('/').at(-1)?.slice(0, 64) ?? ''
    const poster = await sharp((await getBlobStore().read(sha256)) ?? undefined).metadata()
    expect((poster.width ?? 0) / (poster.height ?? 1)).toBeCloseTo(320 / 180, 1)
  })

  it('is known again, whatever its name and what else is in its file', async () => {
    const first = uploadImageResponseSchema.parse((await upload(WEBM)).json())
    const again = uploadImageResponseSchema.parse(
      (await upload(Buffer.concat([WEBM]), { fileName: 'other.mp4' })).json(),
    )
    expect([again.isDuplicate, again.asset.id]).toEqual([true, first.asset.id])
  })

  it('cannot be approved before it has a poster, which is content like any other', async () => {
    await studio.db.asset.deleteMany({ where: { contentType: 'video/webm' } })
    // Nobody approves their own upload.
    const sent = await upload(WEBM, {}, creative)
    const { asset } = uploadImageResponseSchema.parse(sent.json())
    expect(asset.video?.hasPoster).toBe(false)
    await change('submit', asset.id)
    expect((await change('approve', asset.id)).refused).toMatchObject([
      { reason: expect.stringContaining('no poster') },
    ])
    const answer = await setPoster(asset.id, await paint('#aa3311'))
    expect(answer.status).toBe(200)
    const withPoster = assetResponseSchema.parse(answer.json())
    expect(withPoster.video?.hasPoster).toBe(true)
    expect(withPoster.version).toBe(2)
    expect(withPoster.contentSha256).not.toBe(asset.contentSha256)
    expect((await setPoster(asset.id, await paint('#11aa33'))).status).toBe(200)
    const restored = await studio.call('POST /api/v1/assets/{assetId}/versions/{version}/restore', {
      as: world.owner,
      params: { assetId: asset.id, version: '2' },
    })
    const back = assetResponseSchema.parse(restored.json())
    expect([back.contentSha256, back.version]).toEqual([withPoster.contentSha256, 4])
    expect(back.picture?.url).toBe(withPoster.picture?.url)
  })

  it('is edited like any asset, and cropped around its focal point with its poster', async () => {
    const stripes = await sharp({
      create: { width: 640, height: 360, channels: 3, background: '#ffffff' },
    })
      .composite([{ input: await paint('#c92a2a', 100, 360), left: 0, top: 0 }])
      .jpeg()
      .toBuffer()
    const sent = await uploadForm({ file: Buffer.concat([MP4]), poster: await paint('#336699') })
    const { asset } = uploadImageResponseSchema.parse(sent.json())
    expect((await setPoster(asset.id, stripes)).status).toBe(200)
    const edit = async (body: object) => {
      const params = { assetId: asset.id }
      const answer = await studio.call('PATCH /api/v1/assets/{assetId}', {
        ...{ as: world.owner, params, body },
      })
      expect(answer.status).toBe(200)
      return assetResponseSchema.parse(answer.json())
    }
    const named = await edit({ name: 'Autumn', altText: 'Boots in leaves', focalX: 0.5 })
    expect([named.name, named.altText]).toEqual(['Autumn', 'Boots in leaves'])
    const moved = await edit({ focalX: 0 })
    expect(moved.picture).toMatchObject({ focalX: 0, focalY: 0.5 })
    const upright = moved.picture?.renditions.find(({ size }) => size === '160x600')
    const bytes = await getBlobStore().read(upright?.url.split('/').at(-1)?.slice(0, 64) ?? '')
    // The left end of the poster is red.
    const { channels } = await sharp(bytes ?? undefined).stats()
    expect((channels[0]?.mean ?? 0) - (channels[1]?.mean ?? 0)).toBeGreaterThan(60)
    const row = await studio.db.asset.findUniqueOrThrow({
      ...{ where: { id: asset.id }, include: { renditions: true } },
    })
    expect(toSnapshotAsset(row).video).toMatchObject({ focalX: 0, focalY: 0.5 })
  })

  it('is refused with a reason: damaged, mislabelled, with a poster that is none', async () => {
    const cases: [Promise<{ status: number; text: string }>, string][] = [
      [upload(MP4.subarray(0, 300)), ''],
      [upload(Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1')), 'QuickTime'],
      [upload(await paint('#123321'), { kind: 'video', fileName: 'film.mp4' }), 'not a video'],
      [uploadForm({ file: WEBM.subarray(0, 3_000), poster: Buffer.from('<svg') }), ''],
      [
        uploadForm({ file: await paint('#445566'), poster: await paint('#665544') }),
        'Only a video',
      ],
    ]
    for (const [asked, words] of cases) {
      const answer = await asked
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(words)
    }
    expect((await setPoster(world.ids.headline, await paint('#000000'))).status).toBe(409)
    const { asset } = uploadImageResponseSchema.parse((await upload(WEBM)).json())
    expect((await setPoster(asset.id, WEBM)).status).toBe(422)
    expect((await setPoster(asset.id, new Uint8Array(10_100_000))).status).toBe(413)
  })

  it('is a picture still where its name lies', async () => {
    const answer = await upload(await paint('#774411'), { fileName: 'film.mp4' })
    const { asset } = uploadImageResponseSchema.parse(answer.json())
    expect([asset.kind, asset.video]).toEqual(['image', null])
  })

  it('comes in with a drop and out of an archive, and says what it lacks', async () => {
    const zip = zipSync({
      'shoot/film.mp4': new Uint8Array(MP4),
      'shoot/bad.webm': WEBM.subarray(0, 99),
    })
    const announced = await studio.call('POST /api/v1/upload-batches', {
      as: world.owner,
      body: { files: [{ fileName: 'shoot.zip', fileSizeBytes: zip.byteLength }] },
    })
    const batch = uploadBatchSchema.parse(announced.json())
    await studio.call('PATCH /api/v1/uploads/{fileId}', {
      as: world.owner,
      params: { fileId: batch.files[0]?.id ?? '' },
      ...sendWhole(zip),
      headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0' },
    })
    const files = await vi.waitFor(async () => {
      const answer = await studio.call('GET /api/v1/upload-batches/{batchId}', {
        as: world.owner,
        params: { batchId: batch.id },
      })
      const read = uploadBatchSchema.parse(answer.json()).files
      expect(
        read.map(({ state }) => state).filter((state) => /process|receiv/.test(state)),
      ).toEqual([])
      expect(read).toHaveLength(3)
      return read
    }, 60_000)
    const film = files.find(({ fileName }) => fileName.endsWith('film.mp4'))
    expect(film).toMatchObject({ state: 'duplicate', asset: { kind: 'video' } })
    expect(files.find(({ fileName }) => fileName.endsWith('bad.webm'))?.state).toBe('failed')
  })
})
