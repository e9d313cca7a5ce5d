import type { DesignRow } from './design-matrix'
import type { ValueModel } from './posterior'

/** Before any value was seen, as if two had been that differ by a factor of about two. */
const IMAGINARY_COUNT = 2
const IMAGINARY_VARIANCE = 0.5

/**
 * Variance of the logarithm of a value around the mean of all of them: a little more than around
 * what the model expects, since elements explain little of it. `news`: counts and sums not yet in
 * the model's totals.
 */
export function estimateNoise(
  { model, sumOfSquares }: ValueModel,
  news: readonly DesignRow[] = [],
): number {
  let { impressions: count, successes: sum } = model.totals
  for (const row of news) {
    count += row.impressions
    sum += row.successes
  }
  const squares = count > 0 ? Math.max(0, sumOfSquares - (sum * sum) / count) : 0
  return (IMAGINARY_COUNT * IMAGINARY_VARIANCE + squares) / (IMAGINARY_COUNT + count)
}
