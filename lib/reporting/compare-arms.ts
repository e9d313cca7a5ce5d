import { z } from 'zod'
import { checkSampleRatioSequence } from '@/lib/experiments/check-sample-ratio-sequence'
import { judgeArms } from '@/lib/experiments/judge-arms'
import { verdictSchema } from '@/lib/experiments/verdict'
import type { EventCounts } from './event-counts'

export const liftMetricSchema = z.enum([
  'clickThroughRate',
  'conversionsPerImpression',
  'viewableRate',
  'engagedVisitsPerImpression',
])
export type LiftMetric = z.infer<typeof liftMetricSchema>

/** 95 %, at all times at once; an end that is null is unbounded. */
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
  /** Always-valid p value of no difference. Null without data. */
  pValue: z.number().nullable(),
  verdict: verdictSchema,
  sentence: z.string(),
})
export type ReportLift = z.infer<typeof liftSchema>

export const sampleRatioSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok'), pValue: z.number(), isAlarm: z.boolean() }),
  /** No traffic yet, no holdout, or the holdout's share was changed on the way. */
  z.object({ kind: z.literal('not comparable') }),
])
export type ReportSampleRatio = z.infer<typeof sampleRatioSchema>

type Success = keyof Pick<EventCounts, 'clicks' | 'conversions' | 'viewables' | 'secondPages'>

const SUCCESSES: Readonly<Record<LiftMetric, { key: Success; name: string }>> = {
  clickThroughRate: { key: 'clicks', name: 'clicks' },
  conversionsPerImpression: { key: 'conversions', name: 'conversions' },
  viewableRate: { key: 'viewables', name: 'viewable impressions' },
  engagedVisitsPerImpression: { key: 'secondPages', name: 'engaged visits' },
}

/**
 * Each metric of the dynamic arm against the randomised holdout, by impression, since only
 * impressions are randomised. `holdoutShare` as for `compareTraffic`. Counts that can't be
 * compared (more successes than impressions, as with several conversions each) give no interval
 * and the verdict 'not enough data'.
 */
export function compareArms(
  dynamic: EventCounts,
  holdout: EventCounts,
  holdoutShare: number | null,
): ReportLift[] {
  return liftMetricSchema.options.map((metric) => {
    const { key, name } = SUCCESSES[metric]
    const measures = {
      dynamic: { k: dynamic[key], n: dynamic.impressions },
      holdout: { k: holdout[key], n: holdout.impressions },
    }
    const judged = judgeArms({
      measures,
      holdoutShare: isSplit(holdoutShare) ? holdoutShare : null,
      successes: name,
    })
    if (judged.kind === 'invalid') return { metric, ...measures, ...INCOMPARABLE }
    const { lift, verdict, sentence } = judged
    return {
      metric,
      ...measures,
      relative: lift && boundless(lift.relative),
      difference: lift && boundless(lift.difference),
      pValue: lift && lift.pValue,
      verdict,
      sentence,
    }
  })
}

const INCOMPARABLE = {
  relative: null,
  difference: null,
  pValue: null,
  verdict: 'not enough data',
  sentence: 'These counts can not be compared: there are more successes than impressions.',
} as const

/**
 * Whether the holdout got the share it was meant to get, by an alarm that may be watched all the
 * time. `holdoutShare` is null when it was not the same throughout.
 */
export function compareTraffic(
  dynamic: EventCounts,
  holdout: EventCounts,
  holdoutShare: number | null,
): ReportSampleRatio {
  if (!isSplit(holdoutShare)) return { kind: 'not comparable' }
  const check = checkSampleRatioSequence(
    [dynamic.impressions, holdout.impressions],
    [1 - holdoutShare, holdoutShare],
  )
  if (check.kind !== 'ok') return { kind: 'not comparable' }
  return { kind: 'ok', pValue: check.pValue, isAlarm: check.isAlarm }
}

function isSplit(share: number | null): share is number {
  return share !== null && share > 0 && share < 1
}

function boundless(estimate: { value: number | null; lower: number; upper: number }) {
  const finite = (value: number | null) => (Number.isFinite(value) ? value : null)
  return {
    value: finite(estimate.value),
    lower: finite(estimate.lower),
    upper: finite(estimate.upper),
  }
}
