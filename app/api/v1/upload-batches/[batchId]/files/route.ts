import { z } from 'zod'
import { changeUploadFilesSchema, uploadBatchSchema } from '@/lib/uploads/upload'
import { changeUploadFiles } from '@/lib/uploads/server/change-upload-files'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Stop, try again, or correct the kind of files of an upload; answers those that changed',
  access: 'asset.edit',
  params: z.object({ batchId: z.string() }),
  body: changeUploadFilesSchema,
  response: uploadBatchSchema,
  handle: ({ db, actor, params: { batchId }, body }) => changeUploadFiles(db, actor, batchId, body),
})
