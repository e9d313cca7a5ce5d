import { campaignDetailSchema, saveRulesSchema } from '@/lib/campaigns/campaign-api'
import { saveRules } from '@/lib/campaigns/server/save-steps'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const PUT = route({
  summary: 'Save step 5: rules in their priority',
  access: 'campaign.edit',
  params: campaignParamsSchema,
  body: saveRulesSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) => saveRules(db, actor, params.campaignId, body),
})
