import { campaignDetailSchema, saveSegmentsSchema } from '@/lib/campaigns/campaign-api'
import { saveSegments } from '@/lib/campaigns/server/save-steps'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const PUT = route({
  summary: 'Save step 3: the segments the campaign tells apart',
  access: 'campaign.edit',
  params: campaignParamsSchema,
  body: saveSegmentsSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) => saveSegments(db, actor, params.campaignId, body),
})
