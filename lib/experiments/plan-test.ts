import { normalQuantile } from '@/lib/math/normal'
import { checkPositive, checkShare } from './check-counts'
import type { Invalid } from './check-counts'

/** What every plan of a test with a fixed horizon has to settle. */
export interface TestPlanOptions {
  /** Share of all impressions that the dynamic arm gets. */
  readonly dynamicShare?: number
  /** Chance, on both sides together, of a false alarm where there is no difference. */
  readonly alpha?: number
  /** Chance of finding the difference if it is there. */
  readonly power?: number
}

export type SampleSize =
  | {
      readonly kind: 'ok'
      /** Of both arms together, rounded up in each. */
      readonly impressions: number
      readonly dynamic: number
      readonly holdout: number
      /** Both arms together, before rounding. */
      readonly exact: number
    }
  | Invalid

export interface SettledPlan {
  readonly dynamicShare: number
  readonly zAlpha: number
  readonly zPower: number
}

export function settlePlan(options: TestPlanOptions): SettledPlan {
  const { dynamicShare = 0.5, alpha = 0.05, power = 0.8 } = options
  return { dynamicShare, zAlpha: normalQuantile(1 - alpha / 2), zPower: normalQuantile(power) }
}

export function checkPlan(options: TestPlanOptions): (string | null)[] {
  const { dynamicShare = 0.5, alpha = 0.05, power = 0.8 } = options
  return [
    checkShare('The share of the dynamic arm', dynamicShare),
    checkShare('Alpha', alpha),
    checkShare('The power', power),
    power > alpha ? null : 'The power must be above alpha.',
  ]
}

export function checkImpressions(impressions: number): string | null {
  return checkPositive('The number of impressions', impressions)
}

/** A total of impressions split between the arms. */
export function splitImpressions(exact: number, dynamicShare: number): SampleSize {
  // Not for the last digit's sake one more impression.
  const roundUp = (count: number) => Math.ceil(count * (1 - 1e-12))
  const dynamic = roundUp(exact * dynamicShare)
  const holdout = roundUp(exact * (1 - dynamicShare))
  return { kind: 'ok', impressions: dynamic + holdout, dynamic, holdout, exact }
}
