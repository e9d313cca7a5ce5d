import { logGamma } from './special-functions'

const MAX_TERMS = 100_000
const TINY = 1e-300

/** Natural logarithm of the beta function for a, b > 0. NaN outside that domain. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** The continued fraction of DLMF 8.17.22, evaluated by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  const keep = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / keep(1 + even * d)
    c = keep(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / keep(1 + odd * d)
    c = keep(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}

/**
 * Regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1 (DLMF 8.17.2), with
 * relative accuracy in the lower tail. NaN outside that domain. `complement` is 1 − x where the
 * caller knows it better than a subtraction could tell.
 */
export function incompleteBeta(a: number, b: number, x: number, complement = 1 - x): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) return NaN
  if (x === 0) return 0
  if (complement === 0) return 1
  const factor = Math.exp(a * Math.log(x) + b * Math.log(complement) - logBeta(a, b))
  return x < (a + 1) / (a + b + 2)
    ? (factor * betaFraction(a, b, x)) / a
    : 1 - (factor * betaFraction(b, a, complement)) / b
}
