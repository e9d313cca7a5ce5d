/** Two-sided 97.5 % quantiles of Student's t by degrees of freedom, 1 to 30. */
const T_QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
]

export interface MeanInterval {
  readonly mean: number
  /** Half of the 95 % interval's width, by Student's t; NaN for a single value. */
  readonly halfWidth: number
}

export function estimateMean(values: readonly number[]): MeanInterval {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const error = Math.sqrt(squares / (count - 1) / count)
  return { mean, halfWidth: error * (T_QUANTILES[count - 2] ?? 1.96) }
}
