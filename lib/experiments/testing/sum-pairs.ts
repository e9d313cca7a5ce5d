import { addPairSums } from '@/lib/experiments/pair-sums'
import type { PairSums } from '@/lib/experiments/pair-sums'

/** The sums of units given as [x, y]. */
export function sumPairs(pairs: readonly (readonly [number, number])[]): PairSums {
  return pairs
    .map(([x, y]) => ({ n: 1, x, y, xx: x * x, yy: y * y, xy: x * y }))
    .reduce(addPairSums, { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 })
}
