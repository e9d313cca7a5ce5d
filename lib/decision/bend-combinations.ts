import { CombinationSet, type Combinations } from './combination-set'
import type { SlotCandidates } from './policy'

/** A combination that a decision would meet less than once in a billion is left out. */
const NEGLIGIBLE = 1e-9

/**
 * Merges equal combinations and bends them by the weights of `prefer` rules: each is multiplied
 * by the weights of its assets, then all are scaled to sum to 1. Worked out as logarithms, so no
 * stack of rules overflows. Weights that are all zero count as equal.
 */
export function bendCombinations(
  { picks, weights }: Combinations,
  candidates: readonly SlotCandidates[],
): Combinations {
  const width = candidates.length
  const isZero = weights.every((weight) => weight === 0)
  const logs = Float64Array.from(weights, (weight, row) => {
    let log = isZero ? 0 : Math.log(weight)
    for (let slot = 0; slot < width; slot++) {
      log += Math.log(candidates[slot]?.weights[picks[row * width + slot] ?? 0] ?? 1)
    }
    return log
  })
  let largest = -Infinity
  for (const log of logs) largest = Math.max(largest, log)
  const merged = new CombinationSet()
  for (let row = 0; row < logs.length; row++) {
    const weight = Math.exp((logs[row] ?? 0) - largest)
    if (weight > NEGLIGIBLE) merged.add(picks.subarray(row * width, (row + 1) * width), weight)
  }
  return merged.normalise()
}
