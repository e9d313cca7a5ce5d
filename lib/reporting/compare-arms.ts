import { z } from 'zod'
import { checkSampleRatio } from '@/lib/experiments/check-sample-ratio'
import { estimateLift } from '@/lib/experiments/estimate-lift'
import { summariseVerdict } from '@/lib/experiments/summarise-verdict'
import type { EventCounts } from './event-counts'

export const liftMetricSchema = z.enum([
  'clickThroughRate',
  'conversionsPerImpression',
  'viewableRate',
  'engagedVisitsPerImpression',
])
export type LiftMetric = z.infer<typeof liftMetricSchema>

/** 95 %; an end that is null is unbounded. */
const estimateSchema = z.object({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})

export const liftSchema = z.object({
  metric: liftMetricSchema,
  dynamic: z.object({ k: z.number(), n: z.number() }),
  holdout: z.object({ k: z.number(), n: z.number() }),
  /** rate(dynamic) / rate(holdout) − 1: 0.21 is +21 %. Null without data. */
  relative: estimateSchema.nullable(),
  /** rate(dynamic) − rate(holdout). Null without data. */
  difference: estimateSchema.nullable(),
  verdict: z.enum(['winning', 'losing', 'no difference yet', 'not enough data']),
  sentence: z.string(),
})
export type ReportLift = z.infer<typeof liftSchema>

export const sampleRatioSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok'), pValue: z.number(), isAlarm: z.boolean() }),
  /** No traffic yet, no holdout, or the holdout's share was changed on the way. */
  z.object({ kind: z.literal('not comparable') }),
])
export type ReportSampleRatio = z.infer<typeof sampleRatioSchema>

const SUCCESSES: Readonly<Record<LiftMetric, (counts: EventCounts) => number>> = {
  clickThroughRate: (counts) => counts.clicks,
  conversionsPerImpression: (counts) => counts.conversions,
  viewableRate: (counts) => counts.viewables,
  engagedVisitsPerImpression: (counts) => counts.secondPages,
}

/**
 * Each metric of the dynamic arm against the randomised holdout, by impression, since only
 * impressions are randomised. Counts that can't be compared (more successes than impressions, as
 * with several conversions each) give no interval and the verdict 'not enough data'.
 */
export function compareArms(dynamic: EventCounts, holdout: EventCounts): ReportLift[] {
  return liftMetricSchema.options.map((metric) => {
    const arms = {
      dynamic: { k: SUCCESSES[metric](dynamic), n: dynamic.impressions },
      holdout: { k: SUCCESSES[metric](holdout), n: holdout.impressions },
    }
    const lift = estimateLift(arms)
    const verdict = summariseVerdict(arms)
    return {
      metric,
      ...arms,
      relative: lift.kind === 'ok' ? boundless(lift.relative) : null,
      difference: lift.kind === 'ok' ? boundless(lift.difference) : null,
      ...(verdict.kind === 'ok'
        ? { verdict: verdict.verdict, sentence: verdict.sentence }
        : {
            verdict: 'not enough data' as const,
            sentence:
              'These counts can not be compared: there are more successes than impressions.',
          }),
    }
  })
}

/**
 * Whether the holdout got the share it was meant to get. `holdoutShare` is null when it was not
 * the same throughout.
 */
export function compareTraffic(
  dynamic: EventCounts,
  holdout: EventCounts,
  holdoutShare: number | null,
): ReportSampleRatio {
  if (holdoutShare === null || holdoutShare <= 0 || holdoutShare >= 1) {
    return { kind: 'not comparable' }
  }
  const check = checkSampleRatio(
    [dynamic.impressions, holdout.impressions],
    [1 - holdoutShare, holdoutShare],
  )
  if (check.kind !== 'ok') return { kind: 'not comparable' }
  return { kind: 'ok', pValue: check.pValue, isAlarm: check.isAlarm }
}

function boundless(estimate: { value: number | null; lower: number; upper: number }) {
  const finite = (value: number | null) => (Number.isFinite(value) ? value : null)
  return {
    value: finite(estimate.value),
    lower: finite(estimate.lower),
    upper: finite(estimate.upper),
  }
}
