import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const video = readFileSync('scripts/testing/videos/h264-with-sound.mp4')
const sha256 = createHash('sha256').update(video).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'light-blobs-'))
vi.stubEnv('STORAGE_DIR', folder)

const { getBlobStore } = await import('@/lib/assets/server/get-blob-store')
const { createLightBlobs } = await import('./light-blobs')
const answer = createLightBlobs()
const server = createServer((request, response) => {
  if (!answer(request, response)) response.writeHead(404).end()
})
let address = ''

beforeAll(async () => {
  await getBlobStore().write(video)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets/blobs/${sha256}.mp4`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

describe('a stored film, over a socket', () => {
  it.each([
    ['whole', {}, 200, video.byteLength],
    ['in a part', { range: 'bytes=4-7' }, 206, 4],
    ['from a byte on', { range: 'bytes=100-' }, 206, video.byteLength - 100],
    ['in a part of the file it knows', { range: 'bytes=4-7', 'if-range': `"${sha256}"` }, 206, 4],
    [
      'whole where it knew another',
      { range: 'bytes=4-7', 'if-range': '"old"' },
      200,
      video.byteLength,
    ],
    ['not beyond its end', { range: `bytes=${video.byteLength}-` }, 416, 0],
    ['not again', { 'if-none-match': `"${sha256}"` }, 304, 0],
  ])('comes %s', async (_, headers, status, sizeBytes) => {
    const response = await fetch(address, { headers: headers as Record<string, string> })
    expect(response.status).toBe(status)
    expect((await response.arrayBuffer()).byteLength).toBe(sizeBytes)
  })
})
