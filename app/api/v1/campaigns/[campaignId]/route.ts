import { campaignDetailSchema } from '@/lib/campaigns/campaign-api'
import { getCampaign } from '@/lib/campaigns/server/get-campaign'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const GET = route({
  summary: 'Read a campaign, its step states and what keeps it from being published',
  access: 'read',
  params: campaignParamsSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params }) => getCampaign(db, actor, params.campaignId),
})
