import { campaignDetailSchema, saveSlotsSchema } from '@/lib/campaigns/campaign-api'
import { saveSlots } from '@/lib/campaigns/server/save-steps'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const PUT = route({
  summary: 'Save step 2: slots, their assets and the design',
  access: 'campaign.edit',
  params: campaignParamsSchema,
  body: saveSlotsSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) => saveSlots(db, actor, params.campaignId, body),
})
