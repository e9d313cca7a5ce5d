import { z } from 'zod'
import { marketsSchema } from '@/lib/assets/market'
import { campaignNameSchema } from '@/lib/campaigns/campaign-api'
import { fromWallTime, toWallTime } from '@/lib/campaigns/flight-time'
import { goalSchema, kpiSchema, type Objectives } from '@/lib/campaigns/objectives'
import { KPI_UNITS } from './kpi-units'

const MICROS = 1_000_000

/** The form of step 1: the same facts as Objectives, in the units that people type. */
export const objectivesFormSchema = z
  .object({
    name: campaignNameSchema,
    goal: goalSchema,
    kpi: kpiSchema,
    target: z
      .number({ error: 'Enter a target' })
      .positive('Enter a target above zero')
      .max(1e9, 'This is too large'),
    baseline: z.number().min(0).max(1e9, 'This is too large').nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency such as EUR'),
    conversionValue: z.number({ error: 'Enter a value, 0 when unknown' }).min(0).max(1e9),
    budget: z.number({ error: 'Enter a budget' }).positive('Enter a budget above zero').max(1e9),
    cpm: z.number().min(0).max(1e6).nullable(),
    startsAt: z.string().min(1, 'Choose when it starts'),
    endsAt: z.string().min(1, 'Choose when it ends'),
    timeZone: z.string().min(1),
    landingUrl: z
      .url({ protocol: /^https?$/, error: 'Enter a web address that starts with https://' })
      .max(2000, 'Use at most 2,000 characters'),
    successCriteria: z.string().max(4000),
    /** Empty: everywhere. */
    markets: marketsSchema,
    /** Empty: nothing that a rule of the brand is about. */
    category: z.string().max(40, 'Use at most 40 characters'),
  })
  .refine((values) => values.endsAt > values.startsAt, {
    path: ['endsAt'],
    message: 'The flight has to end after it starts',
  })
  .refine((values) => KPI_UNITS[values.kpi].storedPerShown === 1 || values.target <= 100, {
    path: ['target'],
    message: 'A rate can be at most 100 %',
  })
export type ObjectivesFormValues = z.infer<typeof objectivesFormSchema>

export function toFormValues(
  name: string,
  objectives: Objectives | null,
  defaults: { timeZone: string; startsAt: string; endsAt: string },
): { [Field in keyof ObjectivesFormValues]: ObjectivesFormValues[Field] | null } {
  if (!objectives) {
    return {
      name,
      goal: 'sales',
      kpi: 'ctr',
      target: null,
      baseline: null,
      currency: 'EUR',
      conversionValue: 0,
      budget: null,
      cpm: null,
      ...defaults,
      landingUrl: '',
      successCriteria: '',
      markets: [],
      category: '',
    }
  }
  const { storedPerShown } = KPI_UNITS[objectives.kpi]
  const shown = (stored: number) => Number((stored / storedPerShown).toPrecision(12))
  return {
    name,
    goal: objectives.goal,
    kpi: objectives.kpi,
    target: shown(objectives.targetValue),
    baseline: objectives.baselineValue === null ? null : shown(objectives.baselineValue),
    currency: objectives.currency,
    conversionValue: objectives.conversionValueMicros / MICROS,
    budget: objectives.budgetMicros / MICROS,
    cpm: objectives.cpmMicros === 0 ? null : objectives.cpmMicros / MICROS,
    startsAt: toWallTime(objectives.flightStartsAt, objectives.timeZone),
    endsAt: toWallTime(objectives.flightEndsAt, objectives.timeZone),
    timeZone: objectives.timeZone,
    landingUrl: objectives.landingUrl,
    successCriteria: objectives.successCriteria,
    markets: objectives.markets ?? [],
    category: objectives.category ?? '',
  }
}

export function toObjectives(values: ObjectivesFormValues): Objectives {
  const { storedPerShown } = KPI_UNITS[values.kpi]
  const stored = (shown: number) => Number((shown * storedPerShown).toPrecision(12))
  const micros = (units: number) => Math.round(units * MICROS)
  const category = values.category.trim().toLowerCase()
  return {
    goal: values.goal,
    kpi: values.kpi,
    targetValue: stored(values.target),
    baselineValue: values.baseline === null ? null : stored(values.baseline),
    currency: values.currency,
    conversionValueMicros: micros(values.conversionValue),
    budgetMicros: micros(values.budget),
    cpmMicros: micros(values.cpm ?? 0),
    flightStartsAt: fromWallTime(values.startsAt, values.timeZone),
    flightEndsAt: fromWallTime(values.endsAt, values.timeZone),
    timeZone: values.timeZone,
    landingUrl: values.landingUrl,
    successCriteria: values.successCriteria.trim(),
    ...(values.markets.length > 0 && { markets: values.markets }),
    ...(category !== '' && { category }),
  }
}
