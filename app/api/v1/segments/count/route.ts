import { z } from 'zod'
import { conditionSchema } from '@/lib/decision/condition'
import { route } from '@/lib/http/route'
import { segmentCountSchema } from '@/lib/segments/segment'
import { countSegmentProfiles } from '@/lib/segments/server/count-segment-profiles'

export const POST = route({
  summary: 'Count the customers a condition picks out',
  access: 'read',
  body: z.object({ condition: conditionSchema }),
  response: segmentCountSchema,
  handle: ({ db, actor, body }) => countSegmentProfiles(db, actor, body.condition),
})
