import { z } from 'zod'
import { route } from '@/lib/http/route'
import { getSource, updateSource } from '@/lib/sources/server/sources'
import { sourceInputSchema, sourceSchema } from '@/lib/sources/source'

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
