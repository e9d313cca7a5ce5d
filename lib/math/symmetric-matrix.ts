/**
 * Symmetric matrices as their lower triangle, row after row: entry (i, j), j ≤ i, lies at
 * i·(i + 1)/2 + j. A matrix so grows by appending rows.
 */
export type PackedMatrix = Float64Array

/** Entries of a packed matrix of this many rows. */
export const packedLength = (size: number) => (size * (size + 1)) / 2

/** Where a packed matrix keeps entry (i, j), whichever is the larger. */
export const packedIndex = (i: number, j: number) =>
  i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i

const at = (values: Float64Array, index: number) => values[index] ?? 0

/** Matrix times vector. */
export function multiplyPacked(matrix: PackedMatrix, vector: Float64Array): Float64Array {
  const size = vector.length
  const product = new Float64Array(size)
  for (let i = 0, start = 0; i < size; start += ++i) {
    let sum = 0
    const own = at(vector, i)
    for (let j = 0; j < i; j++) {
      const entry = at(matrix, start + j)
      sum += entry * at(vector, j)
      product[j] = at(product, j) + entry * own
    }
    product[i] = at(product, i) + sum + at(matrix, start + i) * own
  }
  return product
}

/**
 * Lower Cholesky factor L of a positive definite matrix, A = L·Lᵀ (Cholesky-Banachiewicz, row by
 * row). Null when A is not positive definite or not finite.
 */
export function factorise(matrix: PackedMatrix, size: number): PackedMatrix | null {
  const factor = new Float64Array(packedLength(size))
  for (let i = 0, rowI = 0; i < size; rowI += ++i) {
    for (let j = 0, rowJ = 0; j <= i; rowJ += ++j) {
      let rest = at(matrix, rowI + j)
      for (let k = 0; k < j; k++) rest -= at(factor, rowI + k) * at(factor, rowJ + k)
      if (j < i) {
        factor[rowI + j] = rest / at(factor, rowJ + j)
      } else {
        if (!(rest > 0 && rest < Infinity)) return null
        factor[rowI + i] = Math.sqrt(rest)
      }
    }
  }
  return factor
}

/** Solves L·x = b. */
function solveLower(factor: PackedMatrix, b: Float64Array): Float64Array {
  const x = b.slice()
  for (let i = 0, row = 0; i < x.length; row += ++i) {
    let rest = at(x, i)
    for (let k = 0; k < i; k++) rest -= at(factor, row + k) * at(x, k)
    x[i] = rest / at(factor, row + i)
  }
  return x
}

/** Solves Lᵀ·x = b: of standard normals, a draw with covariance (L·Lᵀ)⁻¹. */
export function solveUpper(factor: PackedMatrix, b: Float64Array): Float64Array {
  const x = b.slice()
  for (let i = x.length - 1; i >= 0; i--) {
    const row = (i * (i + 1)) / 2
    const value = at(x, i) / at(factor, row + i)
    x[i] = value
    for (let k = 0; k < i; k++) x[k] = at(x, k) - at(factor, row + k) * value
  }
  return x
}

/** Solves A·x = b, given the factor of A. */
export function solveFactored(factor: PackedMatrix, b: Float64Array): Float64Array {
  return solveUpper(factor, solveLower(factor, b))
}

/** Diagonal of A⁻¹, given the factor of A: the marginal variances where A is a precision. */
export function inverseDiagonal(factor: PackedMatrix, size: number): Float64Array {
  // Rows of L⁻¹; the diagonal of A⁻¹ is the sum of squares of its columns.
  const inverse = new Float64Array(packedLength(size))
  const diagonal = new Float64Array(size)
  for (let i = 0, rowI = 0; i < size; rowI += ++i) {
    for (let k = 0, rowK = 0; k < i; rowK += ++k) {
      const entry = at(factor, rowI + k)
      if (entry === 0) continue
      for (let j = 0; j <= k; j++) {
        inverse[rowI + j] = at(inverse, rowI + j) - entry * at(inverse, rowK + j)
      }
    }
    const scale = 1 / at(factor, rowI + i)
    inverse[rowI + i] = 1
    for (let j = 0; j <= i; j++) {
      const value = at(inverse, rowI + j) * scale
      inverse[rowI + j] = value
      diagonal[j] = at(diagonal, j) + value * value
    }
  }
  return diagonal
}
