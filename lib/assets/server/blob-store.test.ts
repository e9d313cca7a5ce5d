import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BlobStore, createBlobStore } from './blob-store'
import { hashBytes } from './hash-bytes'
import { createBlobServer } from './serve-blob'

let folder: string
let store: BlobStore
let webp: Buffer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intarsia-blobs-'))
  store = createBlobStore(folder)
  webp = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .webp()
    .toBuffer()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('createBlobStore', () => {
  it('finds bytes by their hash, in shards, without leftovers', async () => {
    const key = await store.write(webp)
    expect(key).toBe(hashBytes(webp))
    expect(await store.has(key)).toBe(true)
    expect(await store.read(key)).toEqual(webp)
    expect(await readdir(path.join(folder, 'blobs', key.slice(0, 2), key.slice(2, 4)))).toEqual([
      key,
    ])
  })

  it('stores the same bytes once, also from many writers at once, and never overwrites', async () => {
    const bytes = Buffer.from('the same')
    const keys = await Promise.all(Array.from({ length: 20 }, () => store.write(bytes)))
    const [key = ''] = keys
    expect(new Set(keys).size).toBe(1)
    const shard = path.join(folder, 'blobs', key.slice(0, 2), key.slice(2, 4))
    expect(await readdir(shard)).toEqual([key])
    await writeFile(path.join(shard, key), 'changed from outside')
    await store.write(bytes)
    expect(String(await store.read(key))).toBe('changed from outside')
  })

  it('has no way to name another file', async () => {
    for (const key of [
      '../../etc/passwd',
      '',
      'F'.repeat(64),
      `${'a'.repeat(64)}/..`,
      `${'a'.repeat(63)}\n`,
    ]) {
      await expect(async () => store.read(key)).rejects.toThrow('SHA-256')
    }
    expect(await store.read('0'.repeat(64))).toBeNull()
    expect(await store.has('0'.repeat(64))).toBe(false)
  })
})

describe('createBlobServer', () => {
  const get = async (file: string, init: RequestInit = {}) =>
    createBlobServer(store)(new Request('https://ads.example/x', init), file)

  it('serves a picture as what it is, for ever, harmlessly', async () => {
    const key = await store.write(webp)
    const response = await get(`${key}.webp`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      etag: `"${key}"`,
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(webp)
  })

  it('answers the part that is asked for, of small blobs and of large ones', async () => {
    const film = readFileSync('scripts/testing/videos/vp8.webm')
    for (const bytes of [film, Buffer.concat([film, Buffer.alloc(2_000_000, 7)])]) {
      const file = `${await store.write(bytes)}.webm`
      const total = bytes.byteLength
      const part = await get(file, { headers: { range: 'bytes=10-19' } })
      expect(part.status).toBe(206)
      expect(Object.fromEntries(part.headers)).toMatchObject({
        ...{ 'content-type': 'video/webm', 'content-length': '10', 'accept-ranges': 'bytes' },
        ...{ 'content-range': `bytes 10-19/${total}`, 'x-content-type-options': 'nosniff' },
        'cache-control': 'public, max-age=31536000, immutable',
      })
      expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
      const end = await get(file, { headers: { range: 'bytes=-5' } })
      expect(Buffer.from(await end.arrayBuffer())).toEqual(bytes.subarray(-5))
      const whole = await get(file)
      expect(whole.status).toBe(200)
      expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes)
      const beyond = await get(file, { headers: { range: `bytes=${total}-` } })
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
        416,
        `bytes */${total}`,
      ])
    }
  })

  it('answers a part only of the file that If-Range names', async () => {
    const key = await store.write(readFileSync('scripts/testing/videos/vp8.webm'))
    const ask = (condition: string) =>
      get(`${key}.webm`, { headers: { range: 'bytes=0-1', 'if-range': condition } })
    expect((await ask(`"${key}"`)).status).toBe(206)
    expect((await ask('"another"')).status).toBe(200)
    const head = await get(`${key}.webm`, { method: 'HEAD', headers: { range: 'bytes=0-1' } })
    expect(head.status).toBe(200)
  })

  it('answers 304 to who has it and no body to HEAD', async () => {
    const key = await store.write(webp)
    const again = await get(`${key}.webp`, { headers: { 'if-none-match': `"${key}"` } })
    expect(again.status).toBe(304)
    const head = await get(`${key}.webp`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await get(`${key}.webp`, { method: 'POST' })).status).toBe(405)
  })

  it('finds nothing under another type, name or content', async () => {
    const key = await store.write(webp)
    const script = await store.write(Buffer.from('<svg onload="alert(1)">'))
    for (const file of [
      `${key}.png`,
      `${key}.svg`,
      key,
      `${script}.webp`,
      `../${key}.webp`,
      `${'0'.repeat(64)}.webp`,
    ]) {
      expect((await get(file)).status).toBe(404)
    }
  })
})
