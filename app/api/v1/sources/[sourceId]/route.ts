import { z } from 'zod'
import { route } from '@/lib/http/route'
import { getSource, rotateSourceSecret, updateSource } from '@/lib/sources/server/sources'
import { createdSourceSchema, sourceInputSchema, sourceSchema } from '@/lib/sources/source'

const params = z.object({ sourceId: z.string().max(40) })

export const GET = route({
  summary: 'Read a data source',
  access: 'read',
  params,
  response: sourceSchema,
  handle: ({ db, actor, params: { sourceId } }) => getSource(db, actor, sourceId),
})

export const PUT = route({
  summary: 'Rename a data source or change its mapping',
  access: 'source.edit',
  params,
  body: sourceInputSchema.omit({ kind: true }),
  response: sourceSchema,
  handle: ({ db, actor, params: { sourceId }, body }) => updateSource(db, actor, sourceId, body),
})

export const POST = route({
  summary: 'Replace the signing secret of a webhook',
  access: 'source.edit',
  params,
  response: createdSourceSchema,
  handle: ({ db, actor, params: { sourceId } }) => rotateSourceSecret(db, actor, sourceId),
})
