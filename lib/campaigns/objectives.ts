import { z } from 'zod'
import { marketsSchema } from '@/lib/assets/market'
import type { Reward } from '@/lib/decision/snapshot'

export const goalSchema = z.enum(['awareness', 'leads', 'sales'])
export type Goal = z.infer<typeof goalSchema>

export const kpiSchema = z.enum(['ctr', 'conversion_rate', 'cpa', 'roas', 'engagement'])
export type Kpi = z.infer<typeof kpiSchema>

const micros = z.number().int().min(0).max(9_000_000_000_000_000)
const timeZoneSchema = z.string().refine(isTimeZone, 'Choose a time zone such as Europe/Berlin')

/** Step 1: what the campaign is for and how success is told. */
export const objectivesSchema = z
  .object({
    goal: goalSchema,
    kpi: kpiSchema,
    /**
     * In the KPI's own unit: a ratio for ctr and conversion_rate, currency units for cpa, value per
     * currency unit spent for roas, seconds on site for engagement.
     */
    targetValue: z.number().positive('Enter a target above zero').max(1e9),
    /** What the same KPI is today, in the same unit; null when unknown. */
    baselineValue: z.number().min(0).max(1e9).nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency such as EUR'),
    conversionValueMicros: micros,
    budgetMicros: micros.min(1, 'Enter a budget above zero'),
    /** What a thousand impressions cost; 0 when not known, then CPA and ROAS can't be shown. */
    cpmMicros: micros,
    flightStartsAt: z.iso.datetime({ offset: true }),
    flightEndsAt: z.iso.datetime({ offset: true }),
    timeZone: timeZoneSchema,
    landingUrl: z
      .url({ protocol: /^https?$/, error: 'Enter a web address that starts with https://' })
      .max(2000),
    successCriteria: z.string().trim().max(4000),
    /** Countries it runs in, for what the brand asks there; everywhere when empty or left out. */
    markets: marketsSchema.optional(),
    /** What it advertises, as the brand's rules name it: `alcohol`, `credit`. */
    category: z.string().trim().toLowerCase().max(40).optional(),
  })
  .refine((o) => Date.parse(o.flightEndsAt) > Date.parse(o.flightStartsAt), {
    path: ['flightEndsAt'],
    message: 'The flight has to end after it starts',
  })
  .refine((o) => !['ctr', 'conversion_rate'].includes(o.kpi) || o.targetValue <= 1, {
    path: ['targetValue'],
    message: 'A rate can be at most 100 %',
  })
export type Objectives = z.infer<typeof objectivesSchema>

/** What the learner counts as a success for a KPI. */
export function rewardOf(kpi: Kpi): Reward {
  switch (kpi) {
    case 'ctr':
      return 'click'
    case 'engagement':
      return 'engagement'
    case 'conversion_rate':
    case 'cpa':
      return 'conversion'
    case 'roas':
      return 'value'
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
