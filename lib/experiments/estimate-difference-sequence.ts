import { checkConfidenceLevel, checkPositive, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { checkSums, momentsOf } from './mean-sums'
import type { MeanSums } from './mean-sums'
import { tuneNormalMixture } from './normal-mixture'
import { widenForAnyTime } from './widen-for-any-time'
import type { AnytimeEstimate } from './widen-for-any-time'

export type SequenceEstimate =
  ({ readonly kind: 'ok' } & AnytimeEstimate) | { readonly kind: 'no data' } | Invalid

export interface SequenceOptions {
  readonly confidenceLevel?: number
  /** Trials, of all arms together, at which the interval is meant to be narrowest. */
  readonly tunedToTrials?: number
}

/** GrowthBook's default, too. */
export const TUNED_TO_TRIALS = 5_000

/**
 * Difference of two means, dynamic minus holdout, that may be looked at at any time: the
 * asymptotic confidence sequence of `widenForAnyTime`, tuned to a number of trials as by
 * Waudby-Smith et al. (2024, appendix B.2) and GrowthBook's sequential tests. Valid for values of
 * any kind with a finite variance, once there are enough of them for a normal approximation.
 * `no data` below two values in an arm or when no value varies.
 */
export function estimateDifferenceSequence(
  arms: { readonly dynamic: MeanSums; readonly holdout: MeanSums },
  options: SequenceOptions = {},
): SequenceEstimate {
  const refusal = refuse(
    checkSums('Dynamic arm', arms.dynamic),
    checkSums('Holdout', arms.holdout),
    ...checkOptions(options),
  )
  if (refusal) return refusal
  if (arms.dynamic.n < 2 || arms.holdout.n < 2) return { kind: 'no data' }
  const a = momentsOf(arms.dynamic)
  const b = momentsOf(arms.holdout)
  const squaredError = a.varianceOfMean + b.varianceOfMean
  return widenByTrials(a.mean - b.mean, squaredError, a.n + b.n, options)
}

/** One mean that may be looked at at any time; as `estimateDifferenceSequence`. */
export function estimateMeanSequence(
  sums: MeanSums,
  options: SequenceOptions = {},
): SequenceEstimate {
  const refusal = refuse(checkSums('Mean', sums), ...checkOptions(options))
  if (refusal) return refusal
  if (sums.n < 2) return { kind: 'no data' }
  const { mean, varianceOfMean } = momentsOf(sums)
  return widenByTrials(mean, varianceOfMean, sums.n, options)
}

/**
 * The same for any other estimate that is a smooth function of averages over `trials` independent
 * trials, such as a relative lift, a ratio or a covariate-adjusted mean, from its standard error.
 */
export function estimateSequence(
  value: number,
  standardError: number,
  trials: number,
  options: SequenceOptions = {},
): SequenceEstimate {
  const refusal = refuse(
    Number.isFinite(value) ? null : 'The estimate must be a number.',
    standardError >= 0 && Number.isFinite(standardError)
      ? null
      : 'The standard error must be 0 or more.',
    checkPositive('The number of trials', trials),
    ...checkOptions(options),
  )
  return refusal ?? widenByTrials(value, standardError ** 2, trials, options)
}

function checkOptions({
  confidenceLevel = 0.95,
  tunedToTrials = TUNED_TO_TRIALS,
}: SequenceOptions) {
  return [
    checkConfidenceLevel(confidenceLevel),
    checkPositive('The number of trials to tune to', tunedToTrials),
  ]
}

function widenByTrials(
  value: number,
  squaredError: number,
  trials: number,
  { confidenceLevel = 0.95, tunedToTrials = TUNED_TO_TRIALS }: SequenceOptions,
): SequenceEstimate {
  if (!(squaredError > 0)) return { kind: 'no data' }
  const alpha = 1 - confidenceLevel
  // The intrinsic time of a trial is 1 / (its variance), so that of all of them 1 / squaredError.
  const rhoInTrials = tuneNormalMixture(tunedToTrials, alpha)
  const typicalEffect = Math.sqrt((squaredError * trials) / rhoInTrials)
  return { kind: 'ok', ...widenForAnyTime(value, squaredError, { alpha, typicalEffect }) }
}
