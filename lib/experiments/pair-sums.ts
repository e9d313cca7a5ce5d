/**
 * Sums over n independent units (impressions, visitors) of two values of each unit, x and y, of
 * their squares and of their products. They add up over days and processes, and are all that a
 * ratio or a covariate needs.
 */
export interface PairSums {
  readonly n: number
  readonly x: number
  readonly y: number
  readonly xx: number
  readonly yy: number
  readonly xy: number
}

/** Room for rounding where sums are compared with each other. */
const TOLERANCE = 1 + 1e-9

/** What is wrong with such sums; null when values exist that have them (Cauchy-Schwarz). */
export function checkPairSums(name: string, { n, x, y, xx, yy, xy }: PairSums): string | null {
  if (![n, x, y, xx, yy, xy].every(Number.isFinite)) return `${name}: sums must be numbers.`
  if (n < 0 || xx < 0 || yy < 0) return `${name}: counts and squares must not be negative.`
  const isPossible =
    x * x <= n * xx * TOLERANCE && y * y <= n * yy * TOLERANCE && xy * xy <= xx * yy * TOLERANCE
  return isPossible ? null : `${name}: the sums contradict each other.`
}

export function addPairSums(a: PairSums, b: PairSums): PairSums {
  return {
    n: a.n + b.n,
    x: a.x + b.x,
    y: a.y + b.y,
    xx: a.xx + b.xx,
    yy: a.yy + b.yy,
    xy: a.xy + b.xy,
  }
}

/** Means, variances and covariance (divided by n − 1) of one unit's x and y, from n ≥ 2 units. */
export function findPairMoments({ n, x, y, xx, yy, xy }: PairSums) {
  return {
    meanX: x / n,
    meanY: y / n,
    varianceX: Math.max(0, xx - (x * x) / n) / (n - 1),
    varianceY: Math.max(0, yy - (y * y) / n) / (n - 1),
    covariance: (xy - (x * y) / n) / (n - 1),
  }
}
