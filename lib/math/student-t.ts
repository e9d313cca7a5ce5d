import { findRoot } from './find-root'
import { incompleteBeta } from './incomplete-beta'
import { normalQuantile } from './normal'

/**
 * Chance that a Student-t variable exceeds `t`, through the incomplete beta function (DLMF 8.17,
 * Abramowitz & Stegun 26.7.1), relatively exact in the upper tail. Degrees of freedom need not be
 * whole. NaN for degrees that are not positive.
 */
export function studentTSurvival(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || Number.isNaN(t)) return NaN
  if (!Number.isFinite(t)) return t > 0 ? 0 : 1
  const squared = t * t
  const total = degreesOfFreedom + squared
  const tail =
    incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / total, squared / total) / 2
  return t > 0 ? tail : 1 - tail
}

/** Chance that a Student-t variable is at most `t`. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  return studentTSurvival(-t, degreesOfFreedom)
}

/**
 * Inverse of `studentTCdf`. −Infinity at 0, Infinity at 1, NaN outside [0, 1] and for degrees of
 * freedom that are not positive.
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability >= 0 && probability <= 1) || !(degreesOfFreedom > 0)) return NaN
  if (probability === 0.5) return 0
  const tail = Math.min(probability, 1 - probability)
  if (tail === 0) return probability === 0 ? -Infinity : Infinity
  const excess = (t: number) => studentTSurvival(t, degreesOfFreedom) - tail
  // The normal quantile is always the smaller one; doubling finds the other end.
  let upper = 2 * Math.max(1, -normalQuantile(tail))
  while (excess(upper) > 0 && upper < Number.MAX_VALUE / 4) upper *= 2
  const size = findRoot(excess, 0, upper)
  return probability < 0.5 ? -size : size
}
