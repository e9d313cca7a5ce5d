/** A value per impression (revenue, cost) of one arm: how many, their sum, the sum of squares. */
export interface MeanSums {
  readonly n: number
  readonly sum: number
  readonly sumOfSquares: number
}

export interface Moments {
  readonly n: number
  readonly mean: number
  /** Of one value, with n − 1. */
  readonly variance: number
  readonly varianceOfMean: number
}

/** What is wrong with the sums of an arm; null when nothing is. */
export function checkSums(name: string, { n, sum, sumOfSquares }: MeanSums): string | null {
  if (![n, sum, sumOfSquares].every(Number.isFinite)) return `${name}: sums must be numbers.`
  if (n < 0 || sumOfSquares < 0) return `${name}: counts and squares must not be negative.`
  // Cauchy-Schwarz, with room for rounding.
  if (sum * sum > n * sumOfSquares * (1 + 1e-9)) return `${name}: the sums contradict each other.`
  return null
}

/** Mean and variances of at least two values, from sums that `checkSums` accepted. */
export function momentsOf({ n, sum, sumOfSquares }: MeanSums): Moments {
  const mean = sum / n
  const variance = Math.max(0, sumOfSquares - n * mean * mean) / (n - 1)
  return { n, mean, variance, varianceOfMean: variance / n }
}
