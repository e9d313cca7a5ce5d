import { z } from 'zod'
import { receiveUpload } from '@/lib/uploads/server/receive-upload'
import { route } from '@/lib/http/route'

const params = z.object({ fileId: z.string() })
const response = { contentType: 'application/offset+octet-stream' }

export const HEAD = route({
  summary: 'Ask how much of a file has arrived, by the tus protocol',
  access: 'asset.edit',
  params,
  response,
  handle: ({ db, actor, params: { fileId }, request }) => receiveUpload(db, actor, fileId, request),
})

export const PATCH = route({
  summary: 'Send bytes of a file, from where they left off, by the tus protocol',
  access: 'asset.edit',
  params,
  response,
  handle: ({ db, actor, params: { fileId }, request }) => receiveUpload(db, actor, fileId, request),
})
