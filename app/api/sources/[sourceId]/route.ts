import { z } from 'zod'
import { JSON_BODY_LIMIT_BYTES, readBody } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { SIGNATURE_HEADER } from '@/lib/http/signed-body'
import { receiveWebhook } from '@/lib/sources/server/receive-webhook'
import { importRunSchema } from '@/lib/sources/source'

export const POST = route({
  summary: 'Deliver customers to a webhook source, signed with its secret',
  access: 'public',
  params: z.object({ sourceId: z.string().max(40) }),
  response: importRunSchema,
  handle: async ({ db, params, request }) => {
    const body = await readBody(request, 2 * JSON_BODY_LIMIT_BYTES)
    return receiveWebhook(
      db,
      params.sourceId,
      request.headers.get(SIGNATURE_HEADER),
      body,
      new Date(),
    )
  },
})
