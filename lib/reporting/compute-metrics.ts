import { z } from 'zod'
import { estimateRate } from '@/lib/experiments/estimate-rate'
import type { EventCounts } from './event-counts'

/** A figure with what it was divided from; `interval` (95 %) only where it estimates a chance. */
export const metricSchema = z.object({
  /** Null when the denominator is 0 or unknown. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
})
export type Metric = z.infer<typeof metricSchema>

export const metricsSchema = z.object({
  /** Clicks of impressions. */
  clickThroughRate: metricSchema,
  /** Viewable (MRC) of impressions. */
  viewableRate: metricSchema,
  /** Conversions of clicks. Above 1 where people convert without a click; then no interval. */
  conversionRate: metricSchema,
  /** Conversions of impressions: what two arms can be compared by. */
  conversionsPerImpression: metricSchema,
  /** Spend a conversion. Null as long as no cost was entered in the objectives. */
  costPerConversionMicros: metricSchema,
  /** Value of conversions over spend. Null as long as no cost was entered. */
  returnOnAdSpend: metricSchema,
  /** Value of conversions for a thousand impressions. */
  valuePerThousandMicros: metricSchema,
  /** Time on site of a visit. */
  engagedMsPerVisit: metricSchema,
  pagesPerVisit: metricSchema,
  /** Visits that ended on the landing page. */
  bounceRate: metricSchema,
})
export type Metrics = z.infer<typeof metricsSchema>

/**
 * The figures of a row. `cpmMicros` is what a thousand impressions cost; null when nobody entered
 * a cost, and then what needs one stays null rather than being invented.
 */
export function computeMetrics(counts: EventCounts, cpmMicros: number | null): Metrics {
  const { impressions, clicks, conversions, valueMicros, visits } = counts
  const spendMicros = cpmMicros === null ? null : (impressions * cpmMicros) / 1_000
  return {
    clickThroughRate: rate(clicks, impressions),
    viewableRate: rate(counts.viewables, impressions),
    conversionRate: rate(conversions, clicks),
    conversionsPerImpression: rate(conversions, impressions),
    costPerConversionMicros: costPer(conversions, impressions, spendMicros),
    returnOnAdSpend: quotient(valueMicros, spendMicros),
    valuePerThousandMicros: quotient(valueMicros * 1_000, impressions),
    engagedMsPerVisit: quotient(counts.engagedMs, visits),
    pagesPerVisit: quotient(counts.pages, visits),
    // A second page can be known of a visit whose first report was lost.
    bounceRate: rate(Math.max(0, visits - counts.secondPages), visits),
  }
}

function quotient(numerator: number | null, denominator: number | null): Metric {
  const value = numerator === null || !denominator ? null : numerator / denominator
  return { value, numerator, denominator, interval: null }
}

/** What one success costs: as uncertain as how often an impression leads to one. */
function costPer(successes: number, impressions: number, spendMicros: number | null): Metric {
  const cost = quotient(spendMicros, successes)
  const { interval } = rate(successes, impressions)
  if (cost.value === null || spendMicros === null || !interval || interval.lower <= 0) return cost
  const impressionMicros = spendMicros / impressions
  return {
    ...cost,
    interval: {
      lower: impressionMicros / interval.upper,
      upper: impressionMicros / interval.lower,
    },
  }
}

function rate(numerator: number, denominator: number): Metric {
  const estimate = estimateRate({ k: numerator, n: denominator })
  const interval = estimate.kind === 'ok' ? { lower: estimate.lower, upper: estimate.upper } : null
  return { ...quotient(numerator, denominator), interval }
}
