import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { importSheetResponseSchema } from '@/lib/uploads/copy-sheet'
import {
  type UploadBatch,
  uploadBatchListSchema,
  uploadBatchSchema,
  type UploadFile,
} from '@/lib/uploads/upload'
import { readFixture } from '@/scripts/testing/fixtures'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { buildWorkbook } from '@/scripts/testing/build-workbook'
import { openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, sendWhole, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { expireUploads, resumeUploads } = await import('@/lib/uploads/server/tend-uploads')
const { getUploadStore } = await import('@/lib/uploads/server/get-upload-store')
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'uploads')
})

const HOUR_MS = 3_600_000

const paint = (background: string, width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
async function announce(files: Record<string, Uint8Array>, defaults: object = {}) {
  const body = {
    defaults,
    files: Object.entries(files).map(([fileName, bytes]) => ({
      fileName,
      fileSizeBytes: bytes.byteLength,
    })),
  }
  const answer = await studio.call('POST /api/v1/upload-batches', { as: world.owner, body })
  expect(answer.status).toBe(201)
  return uploadBatchSchema.parse(answer.json())
}
const send = (fileId: string, content: Uint8Array, offset = 0) =>
  studio.call('PATCH /api/v1/uploads/{fileId}', {
    as: world.owner,
    params: { fileId },
    ...sendWhole(content),
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(offset) },
  })
async function askHead(fileId: string) {
  const { HEAD } = await import('@/app/api/v1/uploads/[fileId]/route')
  const { NextRequest } = await import('next/server')
  const headers = { ...world.owner, 'tus-resumable': '1.0.0' }
  const url = `http://studio.example/api/v1/uploads/${fileId}`
  return HEAD(new NextRequest(url, { method: 'HEAD', headers }), {
    params: Promise.resolve({ fileId }),
  })
}
async function read(batchId: string): Promise<UploadBatch> {
  const answer = await studio.call('GET /api/v1/upload-batches/{batchId}', {
    as: world.owner,
    params: { batchId },
  })
  return uploadBatchSchema.parse(answer.json())
}
const isAtWork = ({ state }: UploadFile) => state === 'received' || state === 'processing'
async function settle(batchId: string): Promise<UploadFile[]> {
  return vi.waitFor(async () => {
    const { files } = await read(batchId)
    expect(files.filter(isAtWork)).toEqual([])
    return files
  }, 60_000)
}
async function upload(files: Record<string, Uint8Array>, defaults: object = {}) {
  const batch = await announce(files, defaults)
  for (const { id, fileName } of batch.files) {
    expect((await send(id, files[fileName] ?? new Uint8Array())).status).toBe(204)
  }
  return { batchId: batch.id, files: await settle(batch.id) }
}
const change = (batchId: string, body: object) =>
  studio.call('POST /api/v1/upload-batches/{batchId}/files', {
    as: world.owner,
    params: { batchId },
    body,
  })
const byName = (files: readonly UploadFile[]) =>
  Object.fromEntries(files.map((file) => [file.fileName, file]))

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

describe('an archive', () => {
  it('gives every file in it a result of its own', async () => {
    const zip = zipSync({
      'summer/boots.png': await paint('#778899'),
      'summer/broken.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'inner.zip': zipSync({ 'a.txt': strToU8('a') }),
      'nested-under-another-name.png': zipSync({ 'a.txt': strToU8('a') }),
      'copy.csv': strToU8('headline\nOut of an archive\n'),
      'empty.png': new Uint8Array(),
      '__MACOSX/summer/._boots.png': strToU8('noise'),
      'zeros.png': [new Uint8Array(9_000_000), { level: 9 }],
    })
    const { files } = await upload({ 'everything.zip': zip })
    const named = byName(files)
    expect(Object.keys(named)).toHaveLength(8)
    expect(named['everything.zip']).toMatchObject({ state: 'done', message: 'Unpacked: 7 files.' })
    expect(named['summer/boots.png']).toMatchObject({ state: 'done', asset: { name: 'boots' } })
    expect(named['summer/broken.jpg']).toMatchObject({ state: 'failed' })
    expect(named['inner.zip']?.message).toMatch(/archive inside/)
    expect(named['nested-under-another-name.png']?.message).toMatch(/archive inside/)
    expect(named['copy.csv']).toMatchObject({ state: 'needs_mapping' })
    expect(named['empty.png']?.message).toMatch(/empty/)
    expect(named['zeros.png']?.message).toMatch(/grows too much/)
  })

  it.each([
    ['leads outside', () => zipSync({ '../../etc/cron.d/x.png': strToU8('x') }), /lead outside/],
    ['is absolute', () => zipSync({ '/etc/passwd': strToU8('x') }), /lead outside/],
    ['is damaged', () => zipSync({ 'a.png': strToU8('x') }).subarray(0, 40), /damaged/],
    [
      'holds too many files',
      () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}.png`, strToU8('x')])),
        ),
      /2,001 files/,
    ],
    [
      'unpacks to too much',
      () => {
        const zip = zipSync(
          Object.fromEntries(Array.from({ length: 1_100 }, (_, i) => [`${i}.png`, strToU8('x')])),
        )
        return swell(zip, 1_000_000)
      },
      /more than 1 GB/,
    ],
  ])('that %s is refused', async (_, build, reason) => {
    const { files } = await upload({ 'bad.zip': build() })
    expect(files).toMatchObject([
      { state: 'failed', message: expect.stringMatching(reason) as string },
    ])
  })

  it('says which of its files are locked', async () => {
    const zip = zipSync({ 'locked.png': strToU8('x'), 'b.png': strToU8('y') })
    const at = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    zip[at + 8] = 1
    const { files } = await upload({ 'some.zip': zip })
    expect(byName(files)['locked.png']?.message).toMatch(/password/)
  })
})

/** Says of every entry that it unpacks to so many bytes. */
function swell(zip: Uint8Array, sizeBytes: number): Uint8Array {
  const bytes = Buffer.from(zip)
  const signature = Buffer.from([0x50, 0x4b, 1, 2])
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 4)) {
    bytes.writeUInt32LE(sizeBytes, at + 24)
  }
  return bytes
}

describe('a sheet of copy', () => {
  const importSheet = async (file: UploadFile | undefined, body: object) => {
    const answer = await studio.call('POST /api/v1/upload-files/{fileId}/sheet', {
      as: world.owner,
      params: { fileId: file?.id ?? '' },
      body,
    })
    expect(answer.status).toBe(200)
    return importSheetResponseSchema.parse(answer.json())
  }
  const count = (text: string) =>
    studio.db.asset.count({ where: { workspaceId: world.workspaceId, text } })

  it('is read as CSV, checked row by row, and imported whole or not at all', async () => {
    const csv = [
      'Headline;Call to action;Language;Tags;Remarks',
      'Warm all winter;Shop now;de;winter,boots;',
      '=HYPERLINK("http://a.example");Go;en;;',
      'Warm all winter;Shop now;de;;twice',
      `${'long '.repeat(30)};Go on;en;;`,
      '-20 % today;Hurry;en;;',
    ].join('\r\n')
    const { files } = await upload(
      { 'copy.csv': strToU8(csv) },
      { tags: ['sheet'], source: 'Team' },
    )
    const [file] = files
    expect(file).toMatchObject({
      state: 'needs_mapping',
      sheet: { guess: ['headline', 'cta', 'locale', 'tags', 'ignore'], rowCount: 5 },
    })
    const mapping = file?.sheet?.guess ?? []
    const checked = await importSheet(file, { mapping, mode: 'check' })
    expect(checked).toMatchObject({ imported: 0, valid: 8, duplicates: 2 })
    expect(checked.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 Headline',
      '5 Headline',
    ])
    expect((await importSheet(file, { mapping, mode: 'import' })).imported).toBe(0)
    expect(await count('-20 % today')).toBe(0)
    const done = await importSheet(file, { mapping, mode: 'import', skipInvalid: true })
    expect(done.imported).toBe(6)
    expect(await count('Warm all winter')).toBe(1)
    const asset = await studio.db.asset.findFirstOrThrow({ where: { text: 'Warm all winter' } })
    expect(asset).toMatchObject({
      ...{ locale: 'de', tags: ['sheet', 'winter', 'boots'], source: 'Team', kind: 'headline' },
    })
    const again = await studio.call('POST /api/v1/upload-files/{fileId}/sheet', {
      as: world.owner,
      params: { fileId: file?.id ?? '' },
      body: { mapping, mode: 'import' },
    })
    expect(again.status).toBe(409)
  })

  it('is read as XLSX with a column of kinds, and refused while it holds formulas', async () => {
    const rows = [
      ['Type', 'Text'],
      ['headline', 'From a workbook'],
      ['button', 'Press here'],
      ['poem', 'Roses are red'],
    ]
    const { files } = await upload({
      'copy.xlsx': buildWorkbook(rows),
      'sums.xlsx': buildWorkbook([['Headline'], [{ formula: 'SUM(A2:A3)' }]]),
    })
    const named = byName(files)
    expect(named['sums.xlsx']).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('formulas') as string,
    })
    const result = await importSheet(named['copy.xlsx'], {
      mapping: ['kind', 'text'],
      mode: 'import',
      skipInvalid: true,
    })
    expect(result).toMatchObject({ imported: 2, problems: [{ row: 4, column: 'Text' }] })
    expect(await count('Press here')).toBe(1)
  })

  describeFixtures('of attacks', 'attack/csv-injection/csv_injection.dev.json', () => {
    const payloads = readFixture<{ payload: string }[]>(
      'attack/csv-injection/csv_injection.dev.json',
    )

    it('gives no asset that a spreadsheet would run', async () => {
      const cells = payloads.map(({ payload }) => `"${payload.replaceAll('"', '""')}"`)
      const { files } = await upload({ 'attack.csv': strToU8(['headline', ...cells].join('\n')) })
      await importSheet(files[0], { mapping: ['headline'], mode: 'import', skipInvalid: true })
      const taken = await studio.db.asset.findMany({
        where: {
          workspaceId: world.workspaceId,
          text: { in: payloads.map(({ payload }) => payload) },
        },
      })
      expect(taken.map(({ text }) => text)).toEqual(['@'])
    })
  })
})
