import {
  createUploadBatchSchema,
  uploadBatchListSchema,
  uploadBatchSchema,
} from '@/lib/uploads/upload'
import { createUploadBatch, listUploadBatches } from '@/lib/uploads/server/upload-batches'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List uploads that nobody has put away, with how many files are in each state',
  access: 'asset.edit',
  response: uploadBatchListSchema,
  handle: ({ db, actor }) => listUploadBatches(db, actor),
})

export const POST = route({
  summary: 'Announce files to upload; send the bytes of each to /api/v1/uploads/{fileId}',
  access: 'asset.edit',
  body: createUploadBatchSchema,
  response: uploadBatchSchema,
  status: 201,
  handle: ({ db, actor, body }) => createUploadBatch(db, actor, body),
})
