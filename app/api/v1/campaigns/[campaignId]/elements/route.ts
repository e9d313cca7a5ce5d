import { campaignDetailSchema, setElementPausedSchema } from '@/lib/campaigns/campaign-api'
import { setElementPaused } from '@/lib/campaigns/server/set-element-paused'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const PUT = route({
  summary: 'Pause an element or take it back',
  access: 'campaign.edit',
  params: campaignParamsSchema,
  body: setElementPausedSchema,
  response: campaignDetailSchema,
  handle: ({ db, actor, params, body }) => setElementPaused(db, actor, params.campaignId, body),
})
