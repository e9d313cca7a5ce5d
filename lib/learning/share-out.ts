/** Shares that sum to 1; even ones where no weight is positive. */
export function shareOut(count: number, weights: readonly number[] = []): number[] {
  const positive = Array.from({ length: count }, (_, index) => Math.max(0, weights[index] ?? 0))
  const total = positive.reduce((sum, weight) => sum + weight, 0)
  return positive.map((weight) => (total > 0 && total < Infinity ? weight / total : 1 / count))
}
