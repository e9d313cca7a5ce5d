import { z } from 'zod'
import { estimateRate } from '@/lib/experiments/estimate-rate'
import { estimateRatio } from '@/lib/experiments/estimate-ratio'
import type { PairSums } from '@/lib/experiments/pair-sums'
import type { Interval } from '@/lib/math/intervals'
import type { OutcomeProducts } from './arm-sums'
import type { EventCounts } from './event-counts'

/** A figure with what it was divided from, and its 95 % interval for one look where it has one. */
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
  /** Conversions of clicks. Above 1 where people convert without a click. */
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
 * a cost, and then what needs one stays null rather than being invented. Without `products` what
 * is no plain rate has no interval.
 */
export function computeMetrics(
  counts: EventCounts,
  cpmMicros: number | null,
  products: OutcomeProducts | null = null,
): Metrics {
  const { impressions, clicks, conversions, valueMicros, visits } = counts
  const spendMicros = cpmMicros === null ? null : (impressions * cpmMicros) / 1_000
  const conversionsPerImpression = {
    ...quotient(conversions, impressions),
    interval: boundConversions(counts, products),
  }
  const value = boundValue(counts, products)
  return {
    clickThroughRate: rate(clicks, impressions),
    viewableRate: rate(counts.viewables, impressions),
    conversionRate: {
      ...quotient(conversions, clicks),
      interval: boundConversionsPerClick(counts, products),
    },
    conversionsPerImpression,
    costPerConversionMicros: {
      ...quotient(spendMicros, conversions),
      interval: costPer(conversionsPerImpression.interval, impressions, spendMicros),
    },
    returnOnAdSpend: {
      ...quotient(valueMicros, spendMicros),
      interval: spendMicros ? scale(value, impressions / spendMicros) : null,
    },
    valuePerThousandMicros: {
      ...quotient(valueMicros * 1_000, impressions),
      interval: scale(value, 1_000),
    },
    engagedMsPerVisit: {
      ...quotient(counts.engagedMs, visits),
      interval:
        products &&
        boundPerVisit(counts, counts.engagedMs, {
          squared: products.engagedMsSquared,
          visits: products.visitsEngagedMs,
        }),
    },
    pagesPerVisit: {
      ...quotient(counts.pages, visits),
      interval:
        products &&
        boundPerVisit(counts, counts.pages, {
          squared: products.pagesSquared,
          visits: products.visitsPages,
        }),
    },
    // A second page can be known of a visit whose first report was lost.
    bounceRate: rate(Math.max(0, visits - counts.secondPages), visits),
  }
}

function quotient(numerator: number | null, denominator: number | null): Metric {
  const value = numerator === null || !denominator ? null : numerator / denominator
  return { value, numerator, denominator, interval: null }
}

function rate(numerator: number, denominator: number): Metric {
  return { ...quotient(numerator, denominator), interval: boundRate(numerator, denominator) }
}

function boundRate(k: number, n: number): Interval | null {
  const estimate = estimateRate({ k, n })
  return estimate.kind === 'ok' ? { lower: estimate.lower, upper: estimate.upper } : null
}

/** By the delta method over impressions, which are what is randomised. */
function boundRatio(sums: PairSums): Interval | null {
  const estimate = estimateRatio(sums, { scale: 'positive' })
  if (estimate.kind !== 'ok' || !Number.isFinite(estimate.upper)) return null
  return { lower: estimate.lower, upper: estimate.upper }
}

/** Of an amount per impression: every impression counts once in the denominator. */
function boundMean({ impressions: n }: EventCounts, x: number, xx: number): Interval | null {
  return boundRatio({ n, x, y: n, xx, yy: n, xy: x })
}

/** A chance as long as nobody converted twice, otherwise a mean. */
function boundConversions(counts: EventCounts, products: OutcomeProducts | null): Interval | null {
  const { conversions, impressions } = counts
  if (!products || products.conversionsSquared <= conversions) {
    return boundRate(conversions, impressions)
  }
  return boundMean(counts, conversions, products.conversionsSquared)
}

/** A chance as long as every conversion is the only one of a click, otherwise a ratio. */
function boundConversionsPerClick(
  { impressions: n, clicks, conversions }: EventCounts,
  products: OutcomeProducts | null,
): Interval | null {
  if (!products) return boundRate(conversions, clicks)
  const { conversionsSquared, clicksConversions } = products
  const isChance = conversionsSquared <= conversions && clicksConversions >= conversions
  if (isChance) return boundRate(conversions, clicks)
  return boundRatio({
    n,
    x: conversions,
    y: clicks,
    xx: conversionsSquared,
    yy: clicks,
    xy: clicksConversions,
  })
}

function boundValue(counts: EventCounts, products: OutcomeProducts | null): Interval | null {
  return products && boundMean(counts, counts.valueMicros, products.valueSquared)
}

function boundPerVisit(
  { impressions: n, visits }: EventCounts,
  x: number,
  products: { readonly squared: number; readonly visits: number },
): Interval | null {
  return boundRatio({ n, x, y: visits, xx: products.squared, yy: visits, xy: products.visits })
}

function scale(interval: Interval | null, factor: number): Interval | null {
  return interval && { lower: interval.lower * factor, upper: interval.upper * factor }
}

/** What one success costs: as uncertain as how often an impression leads to one. */
function costPer(
  successes: Interval | null,
  impressions: number,
  spendMicros: number | null,
): Interval | null {
  if (!successes || successes.lower <= 0 || !spendMicros) return null
  const impressionMicros = spendMicros / impressions
  return {
    lower: impressionMicros / successes.upper,
    upper: impressionMicros / successes.lower,
  }
}
