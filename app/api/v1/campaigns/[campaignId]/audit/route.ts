import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { auditQuerySchema, auditSchema } from '@/lib/audit/audit'
import { getAudit } from '@/lib/audit/server/get-audit'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Audit a campaign’s assets: inventory, coverage, findings with their fixes, and score',
  access: 'read',
  params: campaignParamsSchema,
  query: auditQuerySchema,
  response: auditSchema,
  handle: ({ db, actor, params, query }) => getAudit(db, actor, params.campaignId, query),
})
