import type { Proportion } from '@/lib/math/intervals'
import { checkArms } from './check-counts'
import type { ArmCounts } from './check-counts'
import { checkSums, momentsOf } from './mean-sums'
import type { MeanSums } from './mean-sums'

/** Successes of trials, or the sums of a value per trial such as revenue. */
export type ArmMeasures = ArmCounts | { readonly dynamic: MeanSums; readonly holdout: MeanSums }

export interface ArmMean {
  readonly mean: number
  readonly varianceOfMean: number
}

/** What is wrong with the measures of both arms. */
export function checkMeasures(arms: ArmMeasures): (string | null)[] {
  return isCounts(arms)
    ? checkArms(arms)
    : [checkSums('Dynamic arm', arms.dynamic), checkSums('Holdout', arms.holdout)]
}

export function isCounts(arms: ArmMeasures): arms is ArmCounts {
  return 'k' in arms.dynamic && 'k' in arms.holdout
}

/**
 * Mean and variance of the mean of one arm. A rate gets half a success and half a failure more
 * (Walter, Biometrika 62, 1975): so its logarithm and the variance of that exist without any
 * success, too. Null without a trial, and for a value below two trials.
 */
export function summariseArm(arm: Proportion | MeanSums): ArmMean | null {
  if (!('k' in arm)) return arm.n < 2 ? null : momentsOf(arm)
  if (arm.n === 0) return null
  const trials = arm.n + 1
  const mean = (arm.k + 0.5) / trials
  return { mean, varianceOfMean: (mean * (1 - mean)) / trials }
}
