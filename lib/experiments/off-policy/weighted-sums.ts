/**
 * Sums over n logged decisions of their weights w and rewards r. w is the probability with which
 * the policy in question would have made the logged choice, over the one with which it was made.
 * They add up over days and processes, and are all that the weighted estimators need.
 */
export interface WeightedSums {
  readonly n: number
  readonly w: number
  readonly ww: number
  readonly wr: number
  readonly wwr: number
  readonly wwrr: number
}

export const NO_WEIGHTS: WeightedSums = { n: 0, w: 0, ww: 0, wr: 0, wwr: 0, wwrr: 0 }

export function addDecision(sums: WeightedSums, weight: number, reward: number): WeightedSums {
  const w = weight
  const wr = weight * reward
  return {
    n: sums.n + 1,
    w: sums.w + w,
    ww: sums.ww + w * w,
    wr: sums.wr + wr,
    wwr: sums.wwr + w * wr,
    wwrr: sums.wwrr + wr * wr,
  }
}

export function addWeightedSums(a: WeightedSums, b: WeightedSums): WeightedSums {
  return {
    n: a.n + b.n,
    w: a.w + b.w,
    ww: a.ww + b.ww,
    wr: a.wr + b.wr,
    wwr: a.wwr + b.wwr,
    wwrr: a.wwrr + b.wwrr,
  }
}

/** Room for rounding where sums are compared with each other. */
const TOLERANCE = 1 + 1e-9

/** What is wrong with such sums; null when decisions exist that have them. */
export function checkWeightedSums(sums: WeightedSums): string | null {
  const { n, w, ww, wr, wwr, wwrr } = sums
  if (!Object.values(sums).every(Number.isFinite)) return 'Sums of weights must be numbers.'
  if (Math.min(n, w, ww, wwrr) < 0) return 'Counts and weights must not be negative.'
  const isPossible =
    w * w <= n * ww * TOLERANCE &&
    wr * wr <= n * wwrr * TOLERANCE &&
    wwr * wwr <= ww * wwrr * TOLERANCE
  return isPossible ? null : 'The sums of weights contradict each other.'
}

/**
 * Kish's effective sample size (Survey Sampling, 1965): how many equally weighted decisions would
 * tell as much. 0 without weights.
 */
export function findEffectiveSampleSize({ w, ww }: WeightedSums): number {
  return ww > 0 ? (w * w) / ww : 0
}
