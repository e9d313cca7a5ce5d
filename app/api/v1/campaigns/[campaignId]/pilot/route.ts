import { campaignDetailSchema, savePilotSchema } from '@/lib/campaigns/campaign-api'
import { savePilot } from '@/lib/campaigns/server/save-steps'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const PUT = route({
  summary: 'Save step 6: pilot',
  access: 'campaign.edit',
  params: campaignParamsSchema,
  body: savePilotSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) => savePilot(db, actor, params.campaignId, body),
})
