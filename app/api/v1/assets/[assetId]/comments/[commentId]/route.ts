import { z } from 'zod'
import { commentSchema } from '@/lib/approvals/comment'
import { resolveComment } from '@/lib/approvals/server/comments'
import { route } from '@/lib/http/route'

export const PATCH = route({
  summary: 'Resolve a thread of comments, or open it again',
  access: 'asset.edit',
  params: z.object({ assetId: z.string().max(40), commentId: z.string().max(40) }),
  body: z.object({ isResolved: z.boolean() }),
  response: commentSchema,
  handle: ({ db, actor, params: { assetId, commentId }, body }) =>
    resolveComment(db, actor, assetId, commentId, body.isResolved),
})
