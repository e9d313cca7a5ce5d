import { z } from 'zod'
import { feedInputSchema, feedSchema, feedWithSecretSchema } from '@/lib/feeds/feed'
import { createFeed, listFeeds } from '@/lib/feeds/server/feeds'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List live feeds',
  access: 'read',
  response: z.object({ items: z.array(feedSchema) }),
  handle: async ({ db, actor }) => ({ items: await listFeeds(db, actor) }),
})

export const POST = route({
  summary: 'Open a live feed; the answer shows its signing secret once',
  access: 'source.edit',
  body: feedInputSchema,
  response: feedWithSecretSchema,
  status: 201,
  handle: ({ db, actor, body }) => createFeed(db, actor, body),
})
