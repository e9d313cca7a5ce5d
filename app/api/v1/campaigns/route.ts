import { z } from 'zod'
import {
  campaignDetailSchema,
  campaignNameSchema,
  campaignSummarySchema,
} from '@/lib/campaigns/campaign-api'
import { createCampaign } from '@/lib/campaigns/server/create-campaign'
import { listCampaigns, listCampaignsQuerySchema } from '@/lib/campaigns/server/list-campaigns'
import { pageSchema } from '@/lib/http/page'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List campaigns',
  access: 'read',
  query: listCampaignsQuerySchema,
  response: pageSchema(campaignSummarySchema),
  handle: ({ db, actor, query }) => listCampaigns(db, actor, query),
})

export const POST = route({
  summary: 'Create a campaign',
  access: 'campaign.edit',
  body: z.object({ name: campaignNameSchema }),
  response: campaignDetailSchema,
  status: 201,
  handle: ({ db, actor, body }) => createCampaign(db, actor, body.name),
})
