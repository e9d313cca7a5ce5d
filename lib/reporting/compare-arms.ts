import { z } from 'zod'
import { checkSampleRatioSequence } from '@/lib/experiments/check-sample-ratio-sequence'
import { judgeArms } from '@/lib/experiments/judge-arms'
import type { MeanSums } from '@/lib/experiments/mean-sums'
import { MIN_SUCCESSES, verdictSchema } from '@/lib/experiments/verdict'
import type { ArmSums } from './arm-sums'

export const liftMetricSchema = z.enum([
  'clickThroughRate',
  'conversionsPerImpression',
  'valuePerImpressionMicros',
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
  /** `k` in `n` impressions: successes, or the sum of a value. */
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

interface Compared {
  readonly key: keyof ArmSums
  readonly name: string
  /** Where one impression may bring more than 1: the sum of its squares. */
  readonly squares?: keyof ArmSums
}

const COMPARED: Readonly<Record<LiftMetric, Compared>> = {
  clickThroughRate: { key: 'clicks', name: 'clicks' },
  conversionsPerImpression: {
    key: 'conversions',
    name: 'conversions',
    squares: 'conversionsSquared',
  },
  // An impression costs the same in both arms: this is the lift of the return on ad spend, too.
  valuePerImpressionMicros: { key: 'valueMicros', name: 'value', squares: 'valueSquared' },
  viewableRate: { key: 'viewables', name: 'viewable impressions' },
  engagedVisitsPerImpression: { key: 'secondPages', name: 'engaged visits' },
}

/**
 * Each metric of the dynamic arm against the randomised holdout, by impression, since only
 * impressions are randomised. `holdoutShare` as for `compareTraffic`. Counts that can't be
 * compared, such as more clicks than impressions, give no interval and the verdict 'not enough
 * data'; so do fewer than 10 conversions for what is worth of them.
 */
export function compareArms(
  dynamic: ArmSums,
  holdout: ArmSums,
  holdoutShare: number | null,
): ReportLift[] {
  return liftMetricSchema.options.map((metric) => {
    const { key, name, squares } = COMPARED[metric]
    const counts = {
      dynamic: { k: dynamic[key], n: dynamic.impressions },
      holdout: { k: holdout[key], n: holdout.impressions },
    }
    const conversions = dynamic.conversions + holdout.conversions
    const isChance =
      squares === undefined || (key === 'conversions' && isOnceEach(dynamic, holdout))
    const judged = judgeArms({
      measures: isChance
        ? counts
        : { dynamic: sumUp(dynamic, key, squares), holdout: sumUp(holdout, key, squares) },
      holdoutShare: isSplit(holdoutShare) ? holdoutShare : null,
      successes: name,
    })
    if (judged.kind === 'invalid') return { metric, ...counts, ...INCOMPARABLE }
    const { lift, verdict, sentence } = judged
    const row = {
      metric,
      ...counts,
      relative: lift && boundless(lift.relative),
      difference: lift && boundless(lift.difference),
      pValue: lift && lift.pValue,
    }
    // Of a value no number of impressions is enough as long as next to none of them brought one.
    if (isChance || verdict === 'broken' || conversions >= MIN_SUCCESSES) {
      return { ...row, verdict, sentence }
    }
    return { ...row, verdict: 'not enough data', sentence: describeTooFew(conversions) }
  })
}

function sumUp(arm: ArmSums, key: keyof ArmSums, squares: keyof ArmSums): MeanSums {
  return { n: arm.impressions, sum: arm[key], sumOfSquares: arm[squares] }
}

/** Whether no impression converted more than once. */
function isOnceEach(...arms: readonly ArmSums[]): boolean {
  return arms.every(({ conversions, conversionsSquared }) => conversionsSquared <= conversions)
}

function describeTooFew(conversions: number): string {
  return `Not enough data to compare: both ads together need ${MIN_SUCCESSES} conversions (so far ${conversions}). Looking early does no harm.`
}

const INCOMPARABLE = {
  relative: null,
  difference: null,
  pValue: null,
  verdict: 'not enough data',
  sentence: 'These counts can not be compared: they contradict each other.',
} as const

/**
 * Whether the holdout got the share it was meant to get, by an alarm that may be watched all the
 * time. `holdoutShare` is null when it was not the same throughout.
 */
export function compareTraffic(
  dynamic: ArmSums,
  holdout: ArmSums,
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
