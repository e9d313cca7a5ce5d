import { z } from 'zod'
import { campaignDetailSchema } from '@/lib/campaigns/campaign-api'
import { changeCampaignStatus, statusActionSchema } from '@/lib/campaigns/server/change-status'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const POST = route({
  summary: 'Pause, resume or end a campaign',
  access: 'campaign.publish',
  params: campaignParamsSchema,
  body: z.object({ action: statusActionSchema }),
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) =>
    changeCampaignStatus(db, actor, params.campaignId, body.action),
})
