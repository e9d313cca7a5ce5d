/**
 * The index that a uniform number in [0, 1) selects when the unit interval is cut into pieces of
 * the given probabilities. Where rounding leaves a gap at the end, the last possible index is
 * drawn; an index of probability 0 never is. Returns -1 when nothing can be drawn.
 */
export function drawIndex(probabilities: readonly number[], uniform: number): number {
  let cumulative = 0
  let lastPossible = -1
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index] ?? 0
    if (!(probability > 0)) continue
    cumulative += probability
    lastPossible = index
    if (uniform < cumulative) return index
  }
  return lastPossible
}
