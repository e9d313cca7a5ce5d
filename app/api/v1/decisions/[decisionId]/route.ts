import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { decisionViewSchema } from '@/lib/events/decision-view'
import { explainStoredDecision } from '@/lib/events/server/explain-stored-decision'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Explain and replay a decision',
  access: 'read',
  params: z.object({ decisionId: z.string().max(40) }),
  response: decisionViewSchema,
  async handle({ db, actor, params: { decisionId } }) {
    const view = await explainStoredDecision({ db, pool: getPool() }, actor, decisionId)
    return decisionViewSchema.parse(view)
  },
})
