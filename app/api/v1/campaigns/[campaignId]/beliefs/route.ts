import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { route } from '@/lib/http/route'
import { beliefsQuerySchema, beliefsSchema } from '@/lib/learning/belief-api'
import { getBeliefs } from '@/lib/learning/server/get-beliefs'

export const GET = route({
  summary: 'Read what the learner believes about each element',
  access: 'read',
  params: campaignParamsSchema,
  query: beliefsQuerySchema,
  response: beliefsSchema,
  handle: ({ db, actor, params, query }) => getBeliefs(db, actor, params.campaignId, query),
})
