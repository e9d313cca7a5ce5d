import { z } from 'zod'
import { route } from '@/lib/http/route'
import { createSource, listSources } from '@/lib/sources/server/sources'
import { createdSourceSchema, sourceInputSchema, sourceSchema } from '@/lib/sources/source'

export const GET = route({
  summary: 'List data sources',
  access: 'read',
  response: z.object({ items: z.array(sourceSchema) }),
  handle: async ({ db, actor }) => ({ items: await listSources(db, actor) }),
})

export const POST = route({
  summary: 'Create a data source; a webhook’s answer shows its signing secret once',
  access: 'source.edit',
  body: sourceInputSchema,
  response: createdSourceSchema,
  status: 201,
  handle: ({ db, actor, body }) => createSource(db, actor, body),
})
