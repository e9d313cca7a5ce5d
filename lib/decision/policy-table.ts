import { createAliasSampler, type AliasSampler } from '@/lib/math/alias-sampler'
import { bendCombinations } from './bend-combinations'
import type { Combinations } from './combination-set'
import type { CompiledConstraints } from './compile-constraints'
import { exploreCombinations } from './explore-combinations'
import type { SlotCandidates } from './policy'

/** What may be drawn in one context for one list of candidates, with exact probabilities. */
export interface PolicyTable {
  readonly slots: readonly string[]
  /**
   * Row by row: picks[row * slots.length + slot] is an index into the slot's candidates. No two
   * rows are alike and each is allowed by the constraints.
   */
  readonly picks: Uint16Array
  /** Of each row; they sum to 1. */
  readonly probabilities: Float64Array
  /** marginals[slot][asset index]: the sum over the rows that hold the asset. */
  readonly marginals: readonly Float64Array[]
  /** Draws a row in constant time. */
  readonly sampler: AliasSampler
}

/**
 * The table that serves: weighted combinations (those a maximiser chose, not yet bent or floored;
 * equal ones are merged), bent by `prefer` weights, with exploration mixed in so that every
 * possible asset keeps the floor (see `exploreCombinations`). Deterministic given its arguments.
 * Throws a RangeError on weights or a floor that are no probabilities, on a combination that the
 * constraints forbid, and on none at all.
 */
export function createPolicyTable(options: {
  readonly candidates: readonly SlotCandidates[]
  readonly combinations: Combinations
  readonly explorationFloor: number
  readonly constraints: CompiledConstraints
  readonly seed: number
}): PolicyTable {
  const { candidates, combinations, explorationFloor, constraints, seed } = options
  checkCombinations(combinations, constraints, candidates.length)
  if (!(explorationFloor >= 0 && explorationFloor <= 1)) {
    throw new RangeError('An exploration floor is between 0 and 1.')
  }
  const bent = bendCombinations(combinations, candidates)
  return tabulate(candidates, exploreCombinations(bent, constraints, explorationFloor, seed))
}

/** A table of combinations as they are. Their weights sum to 1 and no two are alike. */
export function tabulate(
  candidates: readonly SlotCandidates[],
  { picks, weights }: Combinations,
): PolicyTable {
  const width = candidates.length
  const marginals = candidates.map(({ assetIds }) => new Float64Array(assetIds.length))
  for (let index = 0; index < picks.length; index++) {
    const marginal = marginals[index % width]
    const asset = picks[index] ?? 0
    if (marginal)
      marginal[asset] = (marginal[asset] ?? 0) + (weights[Math.floor(index / width)] ?? 0)
  }
  return {
    slots: candidates.map(({ slot }) => slot),
    picks,
    probabilities: weights,
    // A sum of rows may exceed a probability by rounding.
    marginals: marginals.map((marginal) => marginal.map((value) => Math.min(value, 1))),
    sampler: createAliasSampler(weights),
  }
}

function checkCombinations(
  { picks, weights }: Combinations,
  constraints: CompiledConstraints,
  width: number,
): void {
  if (weights.length === 0 || picks.length !== weights.length * width) {
    throw new RangeError('A policy table needs combinations, and one weight for each.')
  }
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) {
    throw new RangeError('Weights of combinations are finite and not negative.')
  }
  for (let start = 0; start < picks.length; start += width) {
    if (!constraints.isAllowedRow(picks.subarray(start, start + width))) {
      throw new RangeError('A combination is not among those that the constraints allow.')
    }
  }
}
