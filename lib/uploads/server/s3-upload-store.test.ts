import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { Server } from '@tus/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openS3Bucket, type S3TestBucket } from '@/scripts/testing/s3-server'
import { createS3UploadStore } from './s3-upload-store'

let bucket: S3TestBucket
beforeAll(async () => {
  bucket = await openS3Bucket()
})
afterAll(() => bucket.close())

/** As a connection does that breaks. */
async function* breakAfter(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
  await Promise.resolve()
  throw new Error('The connection was lost.')
}

const WHOLE = randomBytes(12_000_000)

describe('uploads under way in an S3-compatible store', () => {
  it('go on in any process where the connection broke, and are whole then', async () => {
    const id = 'upload-whole'
    const first = createS3UploadStore(bucket.settings)
    await first.ensure(id, WHOLE.byteLength)
    const sent = first.dataStore.write(
      Readable.from(breakAfter(WHOLE.subarray(0, 7_000_000))),
      id,
      0,
    )
    await expect(sent).rejects.toThrow('The connection was lost.')

    const second = createS3UploadStore(bucket.settings)
    await second.ensure(id, WHOLE.byteLength)
    const { offset } = await second.dataStore.getUpload(id)
    expect(offset).toBe(7_000_000)
    expect(await second.isComplete(id)).toBe(false)
    await expect(second.withFile(id, readFile)).rejects.toBeDefined()
    await second.dataStore.write(Readable.from([WHOLE.subarray(offset)]), id, offset)
    expect(await first.isComplete(id)).toBe(true)
    let filePath = ''
    const read = await first.withFile(id, (found) => {
      filePath = found
      return readFile(found)
    })
    expect(read.equals(WHOLE)).toBe(true)
    await expect(stat(filePath)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('count once what was sent twice', async () => {
    const id = 'upload-twice'
    const store = createS3UploadStore(bucket.settings)
    await store.ensure(id, 300)
    await store.dataStore.write(Readable.from([WHOLE.subarray(0, 200)]), id, 0)
    await store.dataStore.write(Readable.from([WHOLE.subarray(100, 300)]), id, 100)
    expect(await store.isComplete(id)).toBe(true)
    const read = await store.withFile(id, (filePath) => readFile(filePath))
    expect(read.equals(WHOLE.subarray(0, 300))).toBe(true)
  })

  it('are spoken to by the tus protocol', async () => {
    const id = 'upload-by-tus'
    const store = createS3UploadStore(bucket.settings)
    const tus = new Server({ path: '/files', datastore: store.dataStore })
    const ask = (method: string, headers: Record<string, string>, body?: Uint8Array) =>
      tus.handleWeb(
        new Request(`http://a.example/files/${id}`, {
          ...{ method, headers: { 'tus-resumable': '1.0.0', ...headers } },
          ...(body && { body: new Uint8Array(body) }),
        }),
      )
    const patch = (offset: number, end: number) =>
      ask(
        'PATCH',
        { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        WHOLE.subarray(offset, end),
      )
    expect((await ask('HEAD', {})).status).toBe(404)
    await store.ensure(id, 1_000)
    expect((await patch(0, 400)).status).toBe(204)
    expect((await patch(300, 1_000)).status).toBe(409)
    const head = await ask('HEAD', {})
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      '400',
      '1000',
    ])
    expect((await patch(400, 1_000)).status).toBe(204)
    expect(await store.isComplete(id)).toBe(true)
  })

  it('are not taken in endless small pieces', async () => {
    const id = 'upload-in-crumbs'
    const store = createS3UploadStore(bucket.settings)
    await store.ensure(id, 10_000)
    for (let offset = 0; offset < 900; offset++) {
      const Key = `uploads/${id}/part-${String(offset).padStart(12, '0')}`
      const Bucket = bucket.settings.bucket
      await bucket.client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
    }
    const sent = store.dataStore.write(Readable.from([Buffer.from('x')]), id, 900)
    await expect(sent).rejects.toMatchObject({ status_code: 429 })
  }, 60_000)

  it('leave nothing behind, and are named by our own ids only', async () => {
    const store = createS3UploadStore(bucket.settings)
    await store.ensure('upload-gone', 10)
    await store.dataStore.write(Readable.from([WHOLE.subarray(0, 10)]), 'upload-gone', 0)
    await store.remove('upload-gone')
    await store.remove('upload-gone')
    const left = await bucket.client.send(
      new ListObjectsV2Command({ Bucket: bucket.settings.bucket, Prefix: 'uploads/upload-gone/' }),
    )
    expect(left.Contents ?? []).toEqual([])
    expect(await store.isComplete('upload-gone')).toBe(false)
    expect(() => store.remove('../blobs/x')).toThrow('An upload is named by its own id.')
  })
})
