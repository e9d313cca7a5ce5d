import { z } from 'zod'
import { liftSchema } from './compare-arms'
import { reportRowSchema } from './report'

/** One campaign in the list of reports: all its ads of the newest days, and whether it is worth it. */
export const reportTotalsSchema = reportRowSchema.extend({
  campaignId: z.string(),
  /** Of the click-through rate. */
  lift: liftSchema,
})
export type ReportTotals = z.infer<typeof reportTotalsSchema>
