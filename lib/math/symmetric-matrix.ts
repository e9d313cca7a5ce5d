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
 * row). Null when A is not positive definite or not finite. Four rows and two columns are worked
 * on at once, since reading the factor is what takes the time; every sum keeps its order.
 */
export function factorise(matrix: PackedMatrix, size: number): PackedMatrix | null {
  const factor = matrix.slice(0, packedLength(size))
  let i = 0
  for (; i + 3 < size; i += 4) {
    for (let j = 0; j < i; j += 2) factoriseTile(factor, i, j)
    if (!factoriseRows(factor, i, i + 4, i)) return null
  }
  return factoriseRows(factor, i, size, 0) ? factor : null
}

/** Rows `from` up to `to` of a factor, whose columns before `firstColumn` are done. */
function factoriseRows(factor: Float64Array, from: number, to: number, firstColumn: number) {
  for (let i = from; i < to; i++) {
    const rowI = (i * (i + 1)) / 2
    for (let j = firstColumn; j <= i; j++) {
      const rowJ = (j * (j + 1)) / 2
      let rest = at(factor, rowI + j)
      for (let k = 0; k < j; k++) rest -= at(factor, rowI + k) * at(factor, rowJ + k)
      if (j < i) {
        factor[rowI + j] = rest / at(factor, rowJ + j)
      } else {
        if (!(rest > 0 && rest < Infinity)) return false
        factor[rowI + i] = Math.sqrt(rest)
      }
    }
  }
  return true
}

/** Entries (i … i + 3, j) and (i … i + 3, j + 1), left of the diagonal. */
function factoriseTile(factor: Float64Array, i: number, j: number): void {
  const row0 = (i * (i + 1)) / 2
  const row1 = row0 + i + 1
  const row2 = row1 + i + 2
  const row3 = row2 + i + 3
  const left = (j * (j + 1)) / 2
  const right = left + j + 1
  let a0 = at(factor, row0 + j)
  let a1 = at(factor, row1 + j)
  let a2 = at(factor, row2 + j)
  let a3 = at(factor, row3 + j)
  let b0 = at(factor, row0 + j + 1)
  let b1 = at(factor, row1 + j + 1)
  let b2 = at(factor, row2 + j + 1)
  let b3 = at(factor, row3 + j + 1)
  for (let k = 0; k < j; k++) {
    const a = at(factor, left + k)
    const b = at(factor, right + k)
    const entry0 = at(factor, row0 + k)
    const entry1 = at(factor, row1 + k)
    const entry2 = at(factor, row2 + k)
    const entry3 = at(factor, row3 + k)
    a0 -= entry0 * a
    a1 -= entry1 * a
    a2 -= entry2 * a
    a3 -= entry3 * a
    b0 -= entry0 * b
    b1 -= entry1 * b
    b2 -= entry2 * b
    b3 -= entry3 * b
  }
  const pivot = at(factor, left + j)
  const below = at(factor, right + j)
  const nextPivot = at(factor, right + j + 1)
  factor[row0 + j] = a0 /= pivot
  factor[row1 + j] = a1 /= pivot
  factor[row2 + j] = a2 /= pivot
  factor[row3 + j] = a3 /= pivot
  factor[row0 + j + 1] = (b0 - a0 * below) / nextPivot
  factor[row1 + j + 1] = (b1 - a1 * below) / nextPivot
  factor[row2 + j + 1] = (b2 - a2 * below) / nextPivot
  factor[row3 + j + 1] = (b3 - a3 * below) / nextPivot
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
    let k = 0
    for (; k + 1 < i; k += 2)
      subtractTwoRows(inverse, rowI, k, at(factor, rowI + k), at(factor, rowI + k + 1))
    if (k < i) {
      const rowK = (k * (k + 1)) / 2
      const entry = at(factor, rowI + k)
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

/** Takes multiples of rows k and k + 1 from the row that starts at `rowI`, reading that once. */
function subtractTwoRows(
  inverse: Float64Array,
  rowI: number,
  k: number,
  first: number,
  second: number,
): void {
  const rowK = (k * (k + 1)) / 2
  const next = rowK + k + 1
  for (let j = 0; j <= k; j++) {
    const rest = at(inverse, rowI + j) - first * at(inverse, rowK + j)
    inverse[rowI + j] = rest - second * at(inverse, next + j)
  }
  inverse[rowI + k + 1] = at(inverse, rowI + k + 1) - second * at(inverse, next + k + 1)
}
