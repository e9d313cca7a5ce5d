import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { chanceQuerySchema, chancesSchema } from '@/lib/gallery/gallery-api'
import { listChances } from '@/lib/gallery/server/list-chances'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the ads of a campaign by their chance for a viewer of a segment',
  access: 'read',
  params: campaignParamsSchema,
  query: chanceQuerySchema,
  response: chancesSchema,
  handle: ({ db, actor, params, query }) => listChances(db, actor, params.campaignId, query),
})
