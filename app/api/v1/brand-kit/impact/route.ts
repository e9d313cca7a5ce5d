import { z } from 'zod'
import { brandKitSchema } from '@/lib/brand/brand-kit'
import { brandImpactSchema } from '@/lib/brand/brand-kit-api'
import { getBrandImpact } from '@/lib/brand/server/find-findings'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Count the assets that rules of the brand would flag, without saving them',
  access: 'read',
  body: z.object({ kit: brandKitSchema }),
  response: brandImpactSchema,
  handle: ({ db, actor, body }) => getBrandImpact(db, actor, body.kit),
})
