import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadBatchListSchema } from '@/lib/uploads/upload'
import { openStudio } from '@/scripts/testing/http-studio'
import { byName, createUploader, paint } from '@/scripts/testing/http-uploads'
import { buildWorld, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { expireUploads, resumeUploads } = await import('@/lib/uploads/server/tend-uploads')
const { getUploadStore } = await import('@/lib/uploads/server/get-upload-store')
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'uploads')
})
const HOUR_MS = 3_600_000
const { announce, send, read, settle, upload, change } = createUploader(studio, () => world)
async function askHead(fileId: string) {
  const { HEAD } = await import('@/app/api/v1/uploads/[fileId]/route')
  const { NextRequest } = await import('next/server')
  const headers = { ...world.owner, 'tus-resumable': '1.0.0' }
  const url = `http://studio.example/api/v1/uploads/${fileId}`
  return HEAD(new NextRequest(url, { method: 'HEAD', headers }), {
    params: Promise.resolve({ fileId }),
  })
}

describe('an upload', () => {
  it('goes on where it left off, and becomes an asset with what holds for the whole drop', async () => {
    const bytes = await paint('#aa5500')
    const defaults = {
      ...{ locale: 'de', tags: ['Autumn'], markets: ['DE', 'AT'], source: 'Agency' },
      ...{ altText: 'Seen here: {name}', rightsEndAt: '2030-01-01T00:00:00.000Z' },
    }
    const batch = await announce({ 'shoot/Red_boots.png': bytes }, defaults)
    const [file] = batch.files
    if (!file) throw new Error('no file')
    expect((await send(file.id, bytes.subarray(0, 100))).status).toBe(204)
    expect((await askHead(file.id)).headers.get('upload-offset')).toBe('100')
    expect((await send(file.id, bytes.subarray(100), 0)).status).toBe(409)
    expect((await send(file.id, bytes.subarray(100), 100)).status).toBe(204)
    const [done] = await settle(batch.id)
    expect(done).toMatchObject({ state: 'done', asset: { name: 'Red boots', kind: 'image' } })
    expect(done?.asset?.thumbnailUrl).toMatch(/^\/assets\/blobs\//)
    const asset = await studio.db.asset.findUniqueOrThrow({ where: { id: done?.asset?.id ?? '' } })
    expect(asset).toMatchObject({
      ...{ locale: 'de', tags: ['autumn'], markets: ['AT', 'DE'], source: 'Agency' },
      ...{ altText: 'Seen here: Red boots', rightsEndAt: new Date('2030-01-01') },
      ...{ createdById: world.ownerId, state: 'draft' },
    })
    const whole = await askHead(file.id)
    expect(whole.headers.get('upload-offset')).toBe(String(bytes.byteLength))
    expect(await getUploadStore().isComplete(file.id)).toBe(false)
  })

  it('takes no byte more than was announced, and no protocol but its own', async () => {
    const batch = await announce({ 'a.png': new Uint8Array(10) })
    const [file] = batch.files
    const fileId = file?.id ?? ''
    expect((await send(fileId, new Uint8Array(11))).status).toBe(413)
    const plain = await studio.call('PATCH /api/v1/uploads/{fileId}', {
      as: world.owner,
      params: { fileId },
      raw: { contentType: 'image/png', content: new Uint8Array(10) },
    })
    expect(plain.status).toBe(412)
  })

  it('tells each file of a drop apart: new, known, damaged, not a picture', async () => {
    const red = await paint('#b01010')
    const { files } = await upload({
      'one.png': red,
      'two.png': red,
      'broken.png': red.subarray(0, 60),
      'notes.doc': strToU8('nothing to see here'),
    })
    expect(files.map(({ state }) => state).toSorted()).toEqual([
      ...['done', 'duplicate', 'failed', 'failed'],
    ])
    const named = byName(files)
    const assets = [named['one.png']?.asset?.id, named['two.png']?.asset?.id]
    expect(assets[0]).toBe(assets[1])
    expect(named['notes.doc']).toMatchObject({ canRetry: false, asset: null })
    expect(named['broken.png']?.message).toMatch(/damaged/)
  })

  it('guesses logos and backgrounds, and lets a person correct them in one go', async () => {
    const { batchId, files } = await upload({
      'brand/Acme logo.png': await paint('#0a0a8a', 300, 100),
      'hero_background.png': await paint('#0a8a0a', 800, 500),
      'shoe.png': await paint('#8a0a8a'),
    })
    expect(files.map(({ asset }) => asset?.kind)).toEqual(['logo', 'background', 'image'])
    const fileIds = files.map(({ id }) => id)
    await change(batchId, { action: 'set_kind', fileIds, kind: 'background' })
    const changed = (await read(batchId)).files
    expect(changed.map(({ asset }) => asset?.kind)).toEqual([
      'background',
      'background',
      'background',
    ])
    const logo = await studio.db.assetRendition.findMany({
      where: { assetId: files[0]?.asset?.id ?? '', size: '300x250', density: 1 },
    })
    expect(logo.map(({ format }) => format).toSorted()).toEqual(['jpeg', 'webp'])
  })

  it('can be stopped, and tried again by sending it anew', async () => {
    const bytes = await paint('#123123')
    const batch = await announce({ 'stop.png': bytes, 'late.png': bytes })
    const [stopped, late] = batch.files
    await send(stopped?.id ?? '', bytes.subarray(0, 50))
    await change(batch.id, { action: 'cancel', fileIds: [stopped?.id] })
    expect((await send(stopped?.id ?? '', bytes.subarray(50), 50)).status).toBe(410)
    await expireUploads(studio.db, getUploadStore(), new Date(Date.now() + 49 * HOUR_MS))
    const files = byName((await read(batch.id)).files)
    expect(files['stop.png']).toMatchObject({ state: 'cancelled' })
    expect(files['late.png']).toMatchObject({ state: 'failed' })
    await change(batch.id, { action: 'retry', fileIds: [late?.id] })
    expect((await send(late?.id ?? '', bytes)).status).toBe(204)
    expect(byName(await settle(batch.id))['late.png']?.state).toBe('done')
  })

  it('is taken up again after the process that had it ended', async () => {
    const bytes = await paint('#345345')
    const batch = await announce({ 'orphan.png': bytes })
    const fileId = batch.files[0]?.id ?? ''
    const store = getUploadStore()
    await store.ensure(fileId, bytes.byteLength)
    await store.withFile(fileId, async (path) => {
      const { writeFile } = await import('node:fs/promises')
      await writeFile(path, bytes)
    })
    const hourAgo = new Date(Date.now() - HOUR_MS)
    await studio.db.uploadFile.update({
      where: { id: fileId },
      data: { state: 'processing', claimedAt: hourAgo, updatedAt: hourAgo },
    })
    expect(await resumeUploads(studio.db)).toBe(1)
    expect((await settle(batch.id))[0]).toMatchObject({ state: 'done' })
  })

  it('leaves the list when a person puts it away', async () => {
    const batch = await announce({ 'gone.png': new Uint8Array(20) })
    const list = async () => {
      const answer = await studio.call('GET /api/v1/upload-batches', { as: world.owner })
      return uploadBatchListSchema.parse(answer.json()).items.map(({ id }) => id)
    }
    expect(await list()).toContain(batch.id)
    await studio.call('DELETE /api/v1/upload-batches/{batchId}', {
      as: world.owner,
      params: { batchId: batch.id },
    })
    expect(await list()).not.toContain(batch.id)
    expect((await read(batch.id)).files[0]?.state).toBe('cancelled')
  })
})
