import { isCounts } from './arm-measures'
import type { ArmMeasures } from './arm-measures'
import { checkShare, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { checkSampleRatioSequence } from './check-sample-ratio-sequence'
import type { SampleRatioSequence } from './check-sample-ratio-sequence'
import { describeVerdict } from './describe-verdict'
import { estimateLiftSequence } from './estimate-lift-sequence'
import type { LiftSequence } from './estimate-lift-sequence'
import { MIN_IMPRESSIONS, MIN_SUCCESSES } from './verdict'
import type { Verdict } from './verdict'

export interface ArmsToJudge {
  readonly measures: ArmMeasures
  /** Share of the impressions that was meant for the holdout; null when it was not kept to one. */
  readonly holdoutShare: number | null
  /** What a success is called in the sentence, in the plural. */
  readonly successes?: string
  readonly confidenceLevel?: number
}

export interface Judgement {
  readonly kind: 'ok'
  readonly verdict: Verdict
  /** The verdict, its evidence and what to do, in plain words. */
  readonly sentence: string
  /** Null where there is nothing to estimate from. */
  readonly lift: LiftSequence | null
  readonly sampleRatio: SampleRatioSequence
}

/**
 * The verdict on the dynamic arm against its randomised holdout, from counts or sums alone.
 * `broken` when the sample-ratio alarm is on; `not enough data` below 100 impressions in an arm or
 * 10 successes in both together; else `winning`, `losing` or `no difference yet` by whether the
 * interval of the relative lift lies above 0, below it or around it. Alarm and interval both hold
 * at all times at once (`checkSampleRatioSequence`, `estimateLiftSequence`), so it may be asked
 * every minute: where the arms are alike, the chance that it ever says winning or losing is at
 * most 1 − confidenceLevel. Counts that cannot be are refused.
 */
export function judgeArms(input: ArmsToJudge): Judgement | Invalid {
  const { measures, holdoutShare, confidenceLevel = 0.95, successes = 'successes' } = input
  const refusal = refuse(
    holdoutShare === null ? null : checkShare('The share of the holdout', holdoutShare),
  )
  if (refusal) return refusal
  const lift = estimateLiftSequence(measures, { confidenceLevel })
  if (lift.kind === 'invalid') return lift
  const { dynamic, holdout } = measures
  const sampleRatio: SampleRatioSequence =
    holdoutShare === null
      ? { kind: 'no data' }
      : checkSampleRatioSequence([dynamic.n, holdout.n], [1 - holdoutShare, holdoutShare])
  const verdict = chooseVerdict(measures, lift, sampleRatio)
  const sentence = describeVerdict({
    ...{ verdict, measures, holdoutShare, successes, confidenceLevel },
    relative: lift.kind === 'ok' ? lift.relative : null,
  })
  return { kind: 'ok', verdict, sentence, lift: lift.kind === 'ok' ? lift : null, sampleRatio }
}

function chooseVerdict(
  measures: ArmMeasures,
  lift: LiftSequence | { readonly kind: 'no data' },
  sampleRatio: SampleRatioSequence,
): Verdict {
  if (sampleRatio.kind === 'ok' && sampleRatio.isAlarm) return 'broken'
  const impressions = Math.min(measures.dynamic.n, measures.holdout.n)
  const successes = isCounts(measures) ? measures.dynamic.k + measures.holdout.k : Infinity
  const isTooLittle = impressions < MIN_IMPRESSIONS || successes < MIN_SUCCESSES
  if (lift.kind === 'no data' || isTooLittle) return 'not enough data'
  if (lift.relative.lower > 0) return 'winning'
  if (lift.relative.upper < 0) return 'losing'
  return 'no difference yet'
}
