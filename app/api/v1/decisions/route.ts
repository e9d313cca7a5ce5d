import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { armSchema } from '@/lib/decision/decision-record'
import { decisionSummarySchema } from '@/lib/events/decision-view'
import { eventKindSchema } from '@/lib/events/event'
import { listDecisionPage } from '@/lib/events/server/list-decision-page'
import { pageQuerySchema, pageSchema, toPage } from '@/lib/http/page'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the newest decisions of a campaign',
  access: 'read',
  query: pageQuerySchema.extend({
    campaignId: z.string().max(40),
    arm: armSchema.optional(),
    /** Only decisions with a counted event of this kind. */
    event: eventKindSchema.optional(),
  }),
  response: pageSchema(decisionSummarySchema),
  async handle({ db, actor, query }) {
    const wanted = { ...query, limit: query.limit + 1 }
    return toPage(await listDecisionPage({ db, pool: getPool() }, actor, wanted), query.limit)
  },
})
