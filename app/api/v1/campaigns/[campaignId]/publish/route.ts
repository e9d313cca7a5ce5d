import { publishedSchema } from '@/lib/campaigns/campaign-api'
import { publishCampaign } from '@/lib/campaigns/server/publish-campaign'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const POST = route({
  summary: 'Publish: compile an immutable snapshot and serve it',
  access: 'campaign.publish',
  params: campaignParamsSchema,
  response: publishedSchema,
  handle: ({ db, actor, params }) => publishCampaign(db, actor, params.campaignId),
})
