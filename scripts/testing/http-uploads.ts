import sharp from 'sharp'
import { expect, vi } from 'vitest'
import { type UploadBatch, uploadBatchSchema, type UploadFile } from '@/lib/uploads/upload'
import type { Studio } from './http-studio'
import { sendWhole, type World } from './http-world'

/** A PNG of one colour. */
export const paint = (background: string, width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

export const byName = (files: readonly UploadFile[]) =>
  Object.fromEntries(files.map((file) => [file.fileName, file]))

/** Uploads as the owner of a world makes them, over the routes. */
export function createUploader(studio: Studio, world: () => World) {
  async function announce(files: Record<string, Uint8Array>, defaults: object = {}) {
    const body = {
      defaults,
      files: Object.entries(files).map(([fileName, bytes]) => ({
        fileName,
        fileSizeBytes: bytes.byteLength,
      })),
    }
    const answer = await studio.call('POST /api/v1/upload-batches', { as: world().owner, body })
    expect(answer.status).toBe(201)
    return uploadBatchSchema.parse(answer.json())
  }
  const send = (fileId: string, content: Uint8Array, offset = 0) =>
    studio.call('PATCH /api/v1/uploads/{fileId}', {
      as: world().owner,
      params: { fileId },
      ...sendWhole(content),
      headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(offset) },
    })
  async function read(batchId: string): Promise<UploadBatch> {
    const answer = await studio.call('GET /api/v1/upload-batches/{batchId}', {
      as: world().owner,
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
      as: world().owner,
      params: { batchId },
      body,
    })

  return { announce, send, read, settle, upload, change }
}
