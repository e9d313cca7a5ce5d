import { z } from 'zod'
import { feedValueSchema, feedValuesQuerySchema, feedWithSecretSchema } from '@/lib/feeds/feed'
import { listFeedValues, rotateFeedSecret } from '@/lib/feeds/server/feeds'
import { route } from '@/lib/http/route'

const params = z.object({ feedId: z.string().max(40) })

export const GET = route({
  summary: 'Read the newest values of a feed',
  access: 'read',
  params,
  query: feedValuesQuerySchema,
  response: z.object({ items: z.array(feedValueSchema) }),
  handle: async ({ db, actor, params: { feedId }, query }) => ({
    items: await listFeedValues(db, actor, feedId, query.limit),
  }),
})

export const POST = route({
  summary: 'Replace the signing secret of a feed',
  access: 'source.edit',
  params,
  response: feedWithSecretSchema,
  handle: ({ db, actor, params: { feedId } }) => rotateFeedSecret(db, actor, feedId),
})
