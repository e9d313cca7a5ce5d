import { z } from 'zod'
import { route } from '@/lib/http/route'
import { segmentInputSchema, segmentSchema } from '@/lib/segments/segment'
import { getSegment, updateSegment } from '@/lib/segments/server/segments'

const params = z.object({ segmentId: z.string().max(40) })

export const GET = route({
  summary: 'Read a segment',
  access: 'read',
  params,
  response: segmentSchema,
  handle: ({ db, actor, params: { segmentId } }) => getSegment(db, actor, segmentId),
})

export const PUT = route({
  summary: 'Change a segment; campaigns use the change from their next publication',
  access: 'audience.edit',
  params,
  body: segmentInputSchema,
  response: segmentSchema,
  handle: ({ db, actor, params: { segmentId }, body }) => updateSegment(db, actor, segmentId, body),
})
