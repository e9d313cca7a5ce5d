import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { route } from '@/lib/http/route'
import { reportQuerySchema, reportSchema } from '@/lib/reporting/report'
import { getCampaignReport } from '@/lib/reporting/server/get-campaign-report'

export const GET = route({
  summary: 'Read the report of a campaign',
  access: 'read',
  params: z.object({ campaignId: z.string().max(40) }),
  query: reportQuerySchema,
  response: reportSchema,
  handle: ({ db, actor, params: { campaignId }, query }) =>
    getCampaignReport({ db, pool: getPool() }, actor, campaignId, query, Date.now()),
})
