import { route } from '@/lib/http/route'
import {
  segmentInputSchema,
  segmentListQuerySchema,
  segmentListSchema,
  segmentSchema,
} from '@/lib/segments/segment'
import { createSegment, listSegments } from '@/lib/segments/server/segments'

export const GET = route({
  summary: 'List segments, with live counts of their customers on demand',
  access: 'read',
  query: segmentListQuerySchema,
  response: segmentListSchema,
  handle: async ({ db, actor, query }) => ({ items: await listSegments(db, actor, query) }),
})

export const POST = route({
  summary: 'Create a segment',
  access: 'audience.edit',
  body: segmentInputSchema,
  response: segmentSchema,
  status: 201,
  handle: ({ db, actor, body }) => createSegment(db, actor, body),
})
