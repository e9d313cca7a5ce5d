import { z } from 'zod'
import { route } from '@/lib/http/route'
import { placementInputSchema, placementSchema } from '@/lib/placements/placement'
import {
  getPlacement,
  setPlacementArchived,
  updatePlacement,
} from '@/lib/placements/server/placements'

const params = z.object({ placementId: z.string().max(40) })

export const GET = route({
  summary: 'Read a placement',
  access: 'read',
  params,
  response: placementSchema,
  handle: ({ db, actor, params: { placementId } }) => getPlacement(db, actor, placementId),
})

export const PUT = route({
  summary: 'Rename a placement or change its page category',
  access: 'placement.edit',
  params,
  body: placementInputSchema.omit({ size: true }),
  response: placementSchema,
  handle: ({ db, actor, params: { placementId }, body }) =>
    updatePlacement(db, actor, placementId, body),
})

export const POST = route({
  summary: 'Archive a placement or take it back',
  access: 'placement.edit',
  params,
  body: z.object({ isArchived: z.boolean() }),
  response: placementSchema,
  handle: ({ db, actor, params: { placementId }, body }) =>
    setPlacementArchived(db, actor, placementId, body.isArchived),
})
