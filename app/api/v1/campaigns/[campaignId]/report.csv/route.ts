import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { route } from '@/lib/http/route'
import { reportQuerySchema } from '@/lib/reporting/report'
import { reportTableSchema, toReportCsv } from '@/lib/reporting/to-report-csv'
import { getCampaignReport } from '@/lib/reporting/server/get-campaign-report'

export const GET = route({
  summary: 'Export one table of a campaign’s report as CSV',
  access: 'read',
  params: z.object({ campaignId: z.string().max(40) }),
  query: z.intersection(reportQuerySchema, z.object({ table: reportTableSchema })),
  response: { contentType: 'text/csv' },
  async handle({ db, actor, params: { campaignId }, query }) {
    const stores = { db, pool: getPool() }
    const report = await getCampaignReport(stores, actor, campaignId, query, Date.now())
    const fileName = `${campaignId}-${query.table}-${report.from}-${report.to}.csv`
    return new Response(toReportCsv(report, query.table), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
      },
    })
  },
})
