import { campaignDetailSchema, saveObjectivesSchema } from '@/lib/campaigns/campaign-api'
import { saveObjectives } from '@/lib/campaigns/server/save-steps'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const PUT = route({
  summary: 'Save step 1: objectives',
  access: 'campaign.edit',
  params: campaignParamsSchema,
  body: saveObjectivesSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) => saveObjectives(db, actor, params.campaignId, body),
})
