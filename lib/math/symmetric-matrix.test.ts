import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  factorise,
  inverseDiagonal,
  multiplyPacked,
  packedIndex,
  packedLength,
  solveFactored,
  solveUpper,
} from './symmetric-matrix'
import type { PackedMatrix } from './symmetric-matrix'

/** B·Bᵀ + I of random B: symmetric and positive definite. */
const positiveDefinite = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: size * size,
      maxLength: size * size,
    })
    .map((b) => {
      const matrix = new Float64Array(packedLength(size))
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) {
          let sum = i === j ? 1 : 0
          for (let k = 0; k < size; k++) sum += (b[i * size + k] ?? 0) * (b[j * size + k] ?? 0)
          matrix[packedIndex(i, j)] = sum
        }
      }
      return { size, matrix }
    }),
)

const unit = (size: number, index: number) => {
  const vector = new Float64Array(size)
  vector[index] = 1
  return vector
}

function factorOf(matrix: PackedMatrix, size: number): PackedMatrix {
  const factor = factorise(matrix, size)
  if (!factor) throw new Error('not positive definite')
  return factor
}

describe('packed symmetric matrices', () => {
  it('solves what it multiplies', () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix }) => {
        const x = Float64Array.from({ length: size }, (_, index) => index - 1.5)
        const solved = solveFactored(factorOf(matrix, size), multiplyPacked(matrix, x))
        for (const [index, value] of solved.entries()) expect(value).toBeCloseTo(x[index] ?? 0, 6)
      }),
    )
  })

  it('knows the diagonal of the inverse', () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix }) => {
        const factor = factorOf(matrix, size)
        const diagonal = inverseDiagonal(factor, size)
        for (let index = 0; index < size; index++) {
          const column = solveFactored(factor, unit(size, index))
          expect(diagonal[index]).toBeCloseTo(column[index] ?? 0, 8)
        }
      }),
    )
  })

  it('turns unit vectors into columns whose products are the covariance', () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix }) => {
        const factor = factorOf(matrix, size)
        const columns = Array.from({ length: size }, (_, i) => solveUpper(factor, unit(size, i)))
        const variance = columns.reduce((sum, column) => sum + (column[0] ?? 0) ** 2, 0)
        expect(variance).toBeCloseTo(inverseDiagonal(factor, size)[0] ?? 0, 8)
      }),
    )
  })

  it('refuses what is not positive definite', () => {
    expect(factorise(Float64Array.of(1, 2, 1), 2)).toBeNull()
    expect(factorise(Float64Array.of(Number.NaN), 1)).toBeNull()
    expect(factorise(Float64Array.of(0), 1)).toBeNull()
  })
})
