import { z } from 'zod'
import { route } from '@/lib/http/route'
import { segmentSchema } from '@/lib/segments/segment'
import { setSegmentArchived } from '@/lib/segments/server/segments'

export const POST = route({
  summary: 'Archive a segment that no running campaign uses, or take it back',
  access: 'audience.edit',
  params: z.object({ segmentId: z.string().max(40) }),
  body: z.object({ isArchived: z.boolean() }),
  response: segmentSchema,
  handle: ({ db, actor, params: { segmentId }, body }) =>
    setSegmentArchived(db, actor, segmentId, body.isArchived),
})
