import { z } from 'zod'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { exportAudit } from '@/lib/audit/server/get-audit'
import { auditTableSchema } from '@/lib/audit/to-audit-csv'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Export one table of a campaign’s audit as CSV',
  access: 'read',
  params: campaignParamsSchema,
  query: z.object({ table: auditTableSchema }),
  response: { contentType: 'text/csv' },
  async handle({ db, actor, params: { campaignId }, query: { table } }) {
    return new Response(await exportAudit(db, actor, campaignId, table), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${campaignId}-audit-${table}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
})
