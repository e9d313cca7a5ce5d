import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { armSchema } from '@/lib/decision/decision-record'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { liftSchema, sampleRatioSchema } from './compare-arms'
import { metricsSchema } from './compute-metrics'
import { correctedElementSchema } from './correct-element'
import { eventCountsSchema } from './event-counts'

const DAY_MS = 86_400_000
const MAX_DAYS = 400
const DEFAULT_DAYS = 30

/** Days are UTC days of the decision, both inclusive. */
export const reportQuerySchema = z
  .object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** Only viewers whose primary segment is this one ('none': no segment). */
    segmentId: z.string().max(40).optional(),
    size: adSizeSchema.optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['from'],
    message: 'The report has to begin before it ends',
  })
export type ReportQuery = z.infer<typeof reportQuerySchema>

/** The days a query means: the last 30 up to today unless it says so, at most 400. */
export function resolveReportDays(query: ReportQuery, nowMs: number): { from: string; to: string } {
  const to = query.to ?? dayOf(nowMs)
  const from = query.from ?? dayOf(Date.parse(to) - (DEFAULT_DAYS - 1) * DAY_MS)
  const earliest = dayOf(Date.parse(to) - (MAX_DAYS - 1) * DAY_MS)
  return { from: from < earliest ? earliest : from, to }
}

export const reportRowSchema = z.object({ counts: eventCountsSchema, metrics: metricsSchema })
export type ReportRow = z.infer<typeof reportRowSchema>

export const reportSchema = z.object({
  campaignId: z.string(),
  campaignName: z.string(),
  isSimulated: z.boolean(),
  from: z.string(),
  to: z.string(),
  /** Every event acknowledged before this moment is in. */
  asOf: z.iso.datetime(),
  /** Of all money in the report; null before the objectives are saved. */
  currency: z.string().nullable(),
  /** Cost of a thousand impressions; null when none was entered, then there is no CPA and ROAS. */
  cpmMicros: z.number().nullable(),
  /** As published: outside of it everybody sees the static ad. Null before the first publication. */
  flight: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }).nullable(),
  invalidEvents: z.number(),
  totals: reportRowSchema,
  arms: z.array(reportRowSchema.extend({ arm: armSchema })),
  days: z.array(reportRowSchema.extend({ day: z.string(), arm: armSchema })),
  /**
   * The same within the day, of a campaign whose counts all lie within two days: by
   * `timeStepMinutes`, UTC. Empty for longer stretches and with a filter.
   */
  times: z.array(reportRowSchema.extend({ startsAt: z.iso.datetime(), arm: armSchema })),
  timeStepMinutes: z.number().int(),
  segments: z.array(
    reportRowSchema.extend({
      /** 'none' for viewers of no segment. */
      segmentId: z.string(),
      segmentName: z.string().nullable(),
      arm: armSchema,
    }),
  ),
  sizes: z.array(reportRowSchema.extend({ size: adSizeSchema, arm: armSchema })),
  /** Of the dynamic arm only: the benchmark always shows the same elements. */
  elements: z.array(
    reportRowSchema.extend({
      slot: z.string(),
      assetId: z.string(),
      assetName: z.string().nullable(),
      assetKind: assetKindSchema.nullable(),
      /** Had it been shown every time it could have been: `counts` and `metrics` are as shown. */
      corrected: correctedElementSchema,
    }),
  ),
  lift: z.array(liftSchema),
  sampleRatio: sampleRatioSchema,
})
export type Report = z.infer<typeof reportSchema>

function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10)
}
