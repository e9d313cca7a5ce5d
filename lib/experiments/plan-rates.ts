import { findRoot } from '@/lib/math/find-root'
import { normalCdf } from '@/lib/math/normal'
import { checkShare, refuse } from './check-counts'
import type { Invalid } from './check-counts'
import { checkImpressions, checkPlan, settlePlan, splitImpressions } from './plan-test'
import type { SampleSize, SettledPlan, TestPlanOptions } from './plan-test'

/** A rate of the holdout, and how much the dynamic arm's differs from it: both ratios. */
export interface RatePlan extends TestPlanOptions {
  readonly baselineRate: number
  /** rate(dynamic) − rate(holdout), on either side of 0. */
  readonly difference: number
}

type PlannedPower = { readonly kind: 'ok'; readonly power: number } | Invalid
type PlannedDifference = { readonly kind: 'ok'; readonly difference: number } | Invalid

/**
 * Impressions that a two-sided test of two rates needs, if looked at once, at the end. The formula
 * of Evan Miller's sample-size calculator (Fleiss, Levin & Paik, 3rd ed., section 4.3, with the
 * baseline's variance under the null hypothesis), here for any split:
 * N = (z₁₋α/₂ √(p(1−p)(1/w + 1/(1−w))) + z_power √(p(1−p)/(1−w) + q(1−q)/w))² / d², q = p + d.
 */
export function planRates(plan: RatePlan): SampleSize {
  const refusal = refuse(...checkRatePlan(plan), ...checkPlan(plan))
  if (refusal) return refusal
  const settled = settlePlan(plan)
  const { asNull, asPlanned } = deviations(plan, settled)
  const exact = ((settled.zAlpha * asNull + settled.zPower * asPlanned) / plan.difference) ** 2
  return splitImpressions(exact, settled.dynamicShare)
}

/** The power that so many impressions of both arms give; the other tail is left out. */
export function estimateRatePower(plan: RatePlan, impressions: number): PlannedPower {
  const refusal = refuse(...checkRatePlan(plan), ...checkPlan(plan), checkImpressions(impressions))
  if (refusal) return refusal
  const settled = settlePlan(plan)
  const { asNull, asPlanned } = deviations(plan, settled)
  const signal = Math.abs(plan.difference) * Math.sqrt(impressions)
  return { kind: 'ok', power: normalCdf((signal - settled.zAlpha * asNull) / asPlanned) }
}

/** The smallest rise of the baseline rate that so many impressions find with the power asked for. */
export function findSmallestRateDifference(
  plan: Omit<RatePlan, 'difference'>,
  impressions: number,
): PlannedDifference {
  const refusal = refuse(
    checkShare('The baseline rate', plan.baselineRate),
    ...checkPlan(plan),
    checkImpressions(impressions),
  )
  if (refusal) return refusal
  const settled = settlePlan(plan)
  const missing = (difference: number) => {
    const { asNull, asPlanned } = deviations({ ...plan, difference }, settled)
    return (
      difference * Math.sqrt(impressions) - settled.zAlpha * asNull - settled.zPower * asPlanned
    )
  }
  const room = 1 - plan.baselineRate
  if (missing(room) < 0) {
    return { kind: 'invalid', issues: ['So few impressions find no difference at all.'] }
  }
  return { kind: 'ok', difference: findRoot(missing, 0, room) }
}

function checkRatePlan({ baselineRate, difference }: RatePlan): (string | null)[] {
  const rate = baselineRate + difference
  return [
    checkShare('The baseline rate', baselineRate),
    difference !== 0 ? null : 'The difference must not be 0.',
    rate >= 0 && rate <= 1 ? null : 'The rate to find must lie between 0 and 1.',
  ]
}

/** Standard deviations of the difference for one impression in all: without and with an effect. */
function deviations(
  { baselineRate, difference }: Pick<RatePlan, 'baselineRate' | 'difference'>,
  { dynamicShare }: SettledPlan,
): { asNull: number; asPlanned: number } {
  const spread = (rate: number) => rate * (1 - rate)
  const base = spread(baselineRate)
  const shares = [dynamicShare, 1 - dynamicShare] as const
  return {
    asNull: Math.sqrt(base * (1 / shares[0] + 1 / shares[1])),
    asPlanned: Math.sqrt(base / shares[1] + spread(baselineRate + difference) / shares[0]),
  }
}
