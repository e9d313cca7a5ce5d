import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { route } from '@/lib/http/route'
import { previewQuerySchema, previewRequestSchema, previewSchema } from '@/lib/serve/preview-api'
import { previewCampaign } from '@/lib/serve/server/preview-campaign'

export const GET = route({
  summary: 'Preview the ad of the draft for an ordinary viewer',
  access: 'read',
  params: campaignParamsSchema,
  query: previewQuerySchema,
  response: previewSchema,
  handle: ({ db, actor, params, query: { size, seed } }) =>
    previewCampaign(
      db,
      actor,
      params.campaignId,
      previewRequestSchema.parse({ size, seeds: [seed] }),
    ),
})

export const POST = route({
  summary: 'Preview the ads of the draft for an imagined viewer, with the reasons; nothing counts',
  access: 'read',
  params: campaignParamsSchema,
  body: previewRequestSchema,
  response: previewSchema,
  handle: ({ db, actor, params, body }) => previewCampaign(db, actor, params.campaignId, body),
})
