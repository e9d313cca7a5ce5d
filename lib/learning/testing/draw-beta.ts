import type { Random } from '@/lib/math/random'

/**
 * A draw from Gamma(shape, 1), shape ≥ 1 (Marsaglia & Tsang, "A simple method for generating gamma
 * variables", ACM Trans. Math. Softw. 26, 2000).
 */
function drawGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = random.nextGaussian()
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    const u = random.next()
    const square = x * x
    if (u < 1 - 0.0331 * square * square) return d * v
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v
  }
}

/** A draw from Beta(alpha, beta), both at least 1. */
export function drawBeta(alpha: number, beta: number, random: Random): number {
  const x = drawGamma(alpha, random)
  return x / (x + drawGamma(beta, random))
}
