import { normalCdf } from '@/lib/math/normal'
import { checkPositive, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { checkImpressions, checkPlan, settlePlan, splitImpressions } from './plan-test'
import type { SampleSize, SettledPlan, TestPlanOptions } from './plan-test'

export interface MeanPlan extends TestPlanOptions {
  /** Of one value, the same in both arms. */
  readonly standardDeviation: number
  /** mean(dynamic) − mean(holdout), on either side of 0. */
  readonly difference: number
}

type PlannedPower = { readonly kind: 'ok'; readonly power: number } | Invalid
type PlannedDifference = { readonly kind: 'ok'; readonly difference: number } | Invalid

/**
 * Impressions that a two-sided test of two means needs, if looked at once, at the end:
 * N = (z₁₋α/₂ + z_power)² σ² (1/w + 1/(1−w)) / d² (van Belle, Statistical Rules of Thumb, 2nd ed.,
 * ch. 2), by the normal approximation.
 */
export function planMeans(plan: MeanPlan): SampleSize {
  const refusal = refuse(...checkMeanPlan(plan), checkDifference(plan), ...checkPlan(plan))
  if (refusal) return refusal
  const settled = settlePlan(plan)
  const wanted = (settled.zAlpha + settled.zPower) * deviation(plan, settled)
  return splitImpressions((wanted / plan.difference) ** 2, settled.dynamicShare)
}

/** The power that so many impressions of both arms give; the other tail is left out. */
export function estimateMeanPower(plan: MeanPlan, impressions: number): PlannedPower {
  const refusal = refuse(
    ...checkMeanPlan(plan),
    checkDifference(plan),
    ...checkPlan(plan),
    checkImpressions(impressions),
  )
  if (refusal) return refusal
  const settled = settlePlan(plan)
  const signal = (Math.abs(plan.difference) * Math.sqrt(impressions)) / deviation(plan, settled)
  return { kind: 'ok', power: normalCdf(signal - settled.zAlpha) }
}

/** The smallest difference that so many impressions find with the power asked for. */
export function findSmallestMeanDifference(
  plan: Omit<MeanPlan, 'difference'>,
  impressions: number,
): PlannedDifference {
  const refusal = refuse(...checkMeanPlan(plan), ...checkPlan(plan), checkImpressions(impressions))
  if (refusal) return refusal
  const settled = settlePlan(plan)
  const wanted = (settled.zAlpha + settled.zPower) * deviation(plan, settled)
  return { kind: 'ok', difference: wanted / Math.sqrt(impressions) }
}

function checkMeanPlan({ standardDeviation }: Pick<MeanPlan, 'standardDeviation'>) {
  return [checkPositive('The standard deviation', standardDeviation)]
}

function checkDifference({ difference }: MeanPlan): string | null {
  return difference !== 0 && Number.isFinite(difference) ? null : 'The difference must not be 0.'
}

/** Of the difference, for one impression in all. */
function deviation(
  { standardDeviation }: Pick<MeanPlan, 'standardDeviation'>,
  { dynamicShare }: SettledPlan,
): number {
  return standardDeviation * Math.sqrt(1 / dynamicShare + 1 / (1 - dynamicShare))
}
