import { z } from 'zod'
import { pageQuerySchema, pageSchema } from '@/lib/http/page'
import { route } from '@/lib/http/route'
import { placementInputSchema, placementSchema } from '@/lib/placements/placement'
import { createPlacement, listPlacements } from '@/lib/placements/server/placements'

export const GET = route({
  summary: 'List placements',
  access: 'read',
  query: pageQuerySchema.extend({ archived: z.stringbool().optional() }),
  response: pageSchema(placementSchema),
  handle: ({ db, actor, query }) => listPlacements(db, actor, query),
})

export const POST = route({
  summary: 'Create a placement',
  access: 'placement.edit',
  body: placementInputSchema,
  response: placementSchema,
  status: 201,
  handle: ({ db, actor, body }) => createPlacement(db, actor, body),
})
