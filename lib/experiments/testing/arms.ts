import fc from 'fast-check'
import type { ArmCounts } from '@/lib/experiments/check-counts'
import type { MeanSums } from '@/lib/experiments/mean-sums'

export function arms(k: number, n: number, k0: number, n0: number): ArmCounts {
  return { dynamic: { k, n }, holdout: { k: k0, n: n0 } }
}

export function sumsOf(values: readonly number[]): MeanSums {
  return {
    n: values.length,
    sum: values.reduce((a, b) => a + b, 0),
    sumOfSquares: values.reduce((a, b) => a + b * b, 0),
  }
}

/** Any successes among one to a million trials. */
export const proportion = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))

export const badCounts: readonly (readonly [string, ArmCounts])[] = [
  ['more successes than trials', arms(2, 1, 0, 1)],
  ['negative', arms(-1, 10, 0, 1)],
  ['NaN', arms(NaN, 10, 0, 1)],
  ['infinite', arms(1, Infinity, 0, 1)],
]

/** A result that has to be there. */
export function ok<T extends { readonly kind: string }>(result: T): Extract<T, { kind: 'ok' }> {
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result))
  return result as Extract<T, { kind: 'ok' }>
}
