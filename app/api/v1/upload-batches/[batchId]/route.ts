import { z } from 'zod'
import { uploadBatchSchema } from '@/lib/uploads/upload'
import { dismissUploadBatch, getUploadBatch } from '@/lib/uploads/server/upload-batches'
import { route } from '@/lib/http/route'

const params = z.object({ batchId: z.string() })

export const GET = route({
  summary: 'Get an upload with its files, or with those that have changed `since`',
  access: 'asset.edit',
  params,
  query: z.object({ since: z.iso.datetime().optional() }),
  response: uploadBatchSchema,
  handle: ({ db, actor, params: { batchId }, query: { since } }) =>
    getUploadBatch(db, actor, batchId, since ?? null),
})

export const DELETE = route({
  summary: 'Stop what is left of an upload and take it off the list; assets stay',
  access: 'asset.edit',
  params,
  response: z.object({ id: z.string() }),
  handle: ({ db, actor, params: { batchId } }) => dismissUploadBatch(db, actor, batchId),
})
