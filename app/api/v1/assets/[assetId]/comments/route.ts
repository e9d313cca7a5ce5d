import { z } from 'zod'
import { commentListSchema, commentSchema, createCommentSchema } from '@/lib/approvals/comment'
import { createComment, listComments } from '@/lib/approvals/server/comments'
import { route } from '@/lib/http/route'

const params = z.object({ assetId: z.string().max(40) })

export const GET = route({
  summary: 'List what was said about an asset, the oldest first',
  access: 'read',
  params,
  response: commentListSchema,
  handle: ({ db, actor, params: { assetId } }) => listComments(db, actor, assetId),
})

export const POST = route({
  summary: 'Comment on an asset, perhaps with a pin on its picture, or answer',
  access: 'asset.edit',
  params,
  body: createCommentSchema,
  response: commentSchema,
  status: 201,
  handle: ({ db, actor, params: { assetId }, body }) => createComment(db, actor, assetId, body),
})
