import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { decisionSummarySchema } from '@/lib/events/decision-view'
import { listDecisions } from '@/lib/events/server/find-decision'
import { pageQuerySchema, pageSchema, toPage } from '@/lib/http/page'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the newest decisions of a campaign',
  access: 'read',
  query: pageQuerySchema.extend({ campaignId: z.string().max(40) }),
  response: pageSchema(decisionSummarySchema),
  async handle({ actor, query }) {
    const wanted = { ...query, limit: query.limit + 1 }
    return toPage(await listDecisions(getPool(), actor.workspaceId, wanted), query.limit)
  },
})
