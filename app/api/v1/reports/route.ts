import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { route } from '@/lib/http/route'
import { reportTotalsSchema } from '@/lib/reporting/report-totals'
import { listReportTotals } from '@/lib/reporting/server/list-report-totals'

export const GET = route({
  summary: 'List the totals of all campaigns in the last 30 days',
  access: 'read',
  response: z.object({ items: z.array(reportTotalsSchema) }),
  async handle({ db, actor }) {
    return { items: await listReportTotals({ db, pool: getPool() }, actor, Date.now()) }
  },
})
