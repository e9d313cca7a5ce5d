import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBlobServer } from './serve-blob'
import { createS3BlobStore, type S3Settings, toClientConfig } from './s3-blob-store'
import { type S3TestServer, startS3Server } from '@/scripts/testing/s3-server'

let folder: string
let server: S3TestServer
let settings: S3Settings

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intarsia-s3-'))
  server = await startS3Server(folder)
  settings = {
    bucket: 'assets',
    region: 'us-east-1',
    endpoint: server.endpoint,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  }
  const client = new S3Client(toClientConfig(settings))
  await client.send(new CreateBucketCommand({ Bucket: settings.bucket }))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

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

  it('that are not there are null; a key that is no hash is refused', async () => {
    const store = createS3BlobStore(settings)
    expect(await store.read('0'.repeat(64))).toBeNull()
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
