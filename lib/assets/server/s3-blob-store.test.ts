import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBlobServer } from './serve-blob'
import { createS3BlobStore, type S3Settings } from './s3-blob-store'
import { openS3Bucket, type S3TestBucket } from '@/scripts/testing/s3-server'

let bucket: S3TestBucket
let settings: S3Settings
beforeAll(async () => {
  bucket = await openS3Bucket()
  settings = bucket.settings
})
afterAll(() => bucket.close())

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

describe('blobs in an S3-compatible store', () => {
  it('come back as they were, once, and are served with safe, immutable headers', async () => {
    const store = createS3BlobStore(settings)
    const sha256 = await store.write(PNG)
    expect(await store.write(PNG)).toBe(sha256)
    expect(await store.has(sha256)).toBe(true)
    expect(await store.read(sha256)).toEqual(PNG)
    const answer = await createBlobServer(store)(new Request('http://a.example'), `${sha256}.png`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  it('are answered in parts, as a player asks for them', async () => {
    const store = createS3BlobStore(settings)
    const film = readFileSync('scripts/testing/videos/h264-with-sound.mp4')
    const large = Buffer.concat([film, Buffer.alloc(2_000_000, 7)])
    for (const bytes of [film, large]) {
      const sha256 = await store.write(bytes)
      expect(await store.size(sha256)).toBe(bytes.byteLength)
      expect(await store.readPart(sha256, 4, 7)).toEqual(Buffer.from('ftyp'))
      const request = new Request('http://a.example', { headers: { range: 'bytes=-9' } })
      const answer = await createBlobServer(store)(request, `${sha256}.mp4`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([206, 'video/mp4'])
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(-9))
    }
  })

  it('that are not there are null; a key that is no hash is refused', async () => {
    const store = createS3BlobStore(settings)
    expect(await store.read('0'.repeat(64))).toBeNull()
    expect(await store.size('0'.repeat(64))).toBeNull()
    expect(await store.readPart('0'.repeat(64), 0, 9)).toBeNull()
    expect(await store.has('0'.repeat(64))).toBe(false)
    await expect(store.read('../../etc/passwd')).rejects.toThrow(/SHA-256/)
  })

  it('are an error, not an absence, while the store is away', async () => {
    const away = createS3BlobStore({
      ...settings,
      bucket: 'assets',
      endpoint: 'http://127.0.0.1:9',
    })
    await expect(away.has('0'.repeat(64))).rejects.toThrow()
  })
})
