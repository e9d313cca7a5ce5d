import { z } from 'zod'
import { getFeedForPush } from '@/lib/feeds/server/feeds'
import { pushFeed } from '@/lib/feeds/server/push-feed'
import { JSON_BODY_LIMIT_BYTES, readBody } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { assertSigned, SIGNATURE_HEADER } from '@/lib/http/signed-body'

export const POST = route({
  summary: 'Push values to a live feed, signed with its secret',
  access: 'public',
  params: z.object({ feedId: z.string().max(40) }),
  response: z.object({
    version: z.number().int(),
    accepted: z.number().int(),
    refused: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  }),
  handle: async ({ db, params, request }) => {
    const feed = await getFeedForPush(db, params.feedId)
    const body = await readBody(request, 5 * JSON_BODY_LIMIT_BYTES)
    const now = new Date()
    assertSigned(feed.secret, request.headers.get(SIGNATURE_HEADER), body, now.getTime())
    const contentType = request.headers.get('content-type') ?? 'application/json'
    return pushFeed(db, feed, { text: body.toString('utf8'), contentType }, now)
  },
})
