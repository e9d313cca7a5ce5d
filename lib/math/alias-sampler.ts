/** Draws an index with the given probabilities in constant time. */
export interface AliasSampler {
  /** The index that a uniform number in [0, 1) selects. */
  draw(uniform: number): number
}

/**
 * Walker's alias table, built in linear time by Vose's method ("A linear algorithm for generating
 * random numbers with a given distribution", IEEE Trans. Softw. Eng. 17, 1991). Weights need not
 * sum to 1. Throws on an empty list, a negative or infinite weight, or a sum of zero.
 */
export function createAliasSampler(weights: ArrayLike<number>): AliasSampler {
  const count = weights.length
  const scaled = Float64Array.from(weights)
  const total = scaled.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0 && Number.isFinite(total)) || scaled.some((weight) => weight < 0)) {
    throw new RangeError('Weights must be finite, not negative, and not all zero.')
  }
  const thresholds = scaled.map((weight) => (weight / total) * count)
  const aliases = Uint32Array.from(thresholds.keys())
  const small: number[] = []
  const large: number[] = []
  thresholds.forEach((threshold, index) => (threshold < 1 ? small : large).push(index))

  for (;;) {
    const poor = small.pop()
    const rich = large.pop()
    if (poor === undefined || rich === undefined) {
      // What is left is 1 but for rounding.
      for (const index of [poor, rich, ...small, ...large]) {
        if (index !== undefined) thresholds[index] = 1
      }
      break
    }
    aliases[poor] = rich
    const remainder = (thresholds[rich] ?? 0) + (thresholds[poor] ?? 0) - 1
    thresholds[rich] = remainder
    ;(remainder < 1 ? small : large).push(rich)
  }

  return {
    draw(uniform) {
      const position = uniform * count
      const column = Math.min(Math.floor(position), count - 1)
      return position - column < (thresholds[column] ?? 1) ? column : (aliases[column] ?? column)
    },
  }
}
