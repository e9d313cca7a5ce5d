import { intervalMultiplier } from './normal'

/** A closed interval; bounds of ratios may be infinite. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** Successes among trials: integers or sums, 0 ≤ k ≤ n. */
export interface Proportion {
  readonly n: number
  readonly k: number
}

/** Whether these counts can be a proportion: finite, not negative, k ≤ n. */
export function isProportion({ n, k }: Proportion): boolean {
  return Number.isFinite(n) && Number.isFinite(k) && k >= 0 && k <= n
}

/**
 * Wilson's score interval of a proportion (JASA 22, 1927), without continuity correction.
 * [0, 1] when there are no trials. Throws RangeError for counts that are no proportion.
 */
export function wilsonInterval(counts: Proportion, confidenceLevel = 0.95): Interval {
  if (!isProportion(counts)) throw new RangeError('Not a proportion: 0 ≤ k ≤ n is required.')
  const { n, k } = counts
  if (n === 0) return { lower: 0, upper: 1 }
  const z = intervalMultiplier(confidenceLevel)
  const center = (k + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((k * (n - k)) / n + (z * z) / 4)
  return {
    lower: k === 0 ? 0 : Math.max(0, center - half),
    upper: k === n ? 1 : Math.min(1, center + half),
  }
}

/**
 * Newcombe's hybrid score interval of the difference p(a) − p(b) of two independent proportions
 * (Statistics in Medicine 17, 1998, method 10). Throws RangeError like `wilsonInterval`.
 */
export function newcombeInterval(a: Proportion, b: Proportion, confidenceLevel = 0.95): Interval {
  const wilsonA = wilsonInterval(a, confidenceLevel)
  const wilsonB = wilsonInterval(b, confidenceLevel)
  const rateA = a.n === 0 ? 0.5 : a.k / a.n
  const rateB = b.n === 0 ? 0.5 : b.k / b.n
  const difference = rateA - rateB
  return {
    lower: difference - Math.hypot(rateA - wilsonA.lower, wilsonB.upper - rateB),
    upper: difference + Math.hypot(wilsonA.upper - rateA, rateB - wilsonB.lower),
  }
}

/** Below this many successes in an arm the log interval gets half a count in every cell. */
const SMALL_COUNT = 5

/**
 * Interval of the ratio p(a) / p(b) of two independent proportions: Katz's log interval
 * (Biometrika 65, 1978); when either arm has fewer than 5 successes, Walter's form of it with
 * half a count added everywhere (Biometrika 62, 1975). Unbounded above when b has no success,
 * 0 below when a has none. Throws RangeError for counts that are no proportion.
 */
export function ratioInterval(a: Proportion, b: Proportion, confidenceLevel = 0.95): Interval {
  if (!isProportion(a) || !isProportion(b)) {
    throw new RangeError('Not a proportion: 0 ≤ k ≤ n is required.')
  }
  if (a.n === 0 || b.n === 0) return { lower: 0, upper: Infinity }
  const half = Math.min(a.k, b.k) < SMALL_COUNT ? 0.5 : 0
  const [kA, nA, kB, nB] = [a.k + half, a.n + half, b.k + half, b.n + half]
  const logRatio = Math.log(kA / nA) - Math.log(kB / nB)
  const variance = 1 / kA - 1 / nA + 1 / kB - 1 / nB
  const margin = intervalMultiplier(confidenceLevel) * Math.sqrt(Math.max(0, variance))
  return {
    lower: a.k === 0 ? 0 : Math.exp(logRatio - margin),
    upper: b.k === 0 ? Infinity : Math.exp(logRatio + margin),
  }
}
