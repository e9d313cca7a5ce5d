import { hashString } from '@/lib/math/hash'
import { compileConstraints } from './compile-constraints'
import { FEW_COMBINATIONS } from './explore-combinations'
import type { RememberingPolicy, SlotCandidates } from './policy'
import type { PolicySettings } from './policy-settings'
import { createPolicyTable, tabulate, type PolicyTable } from './policy-table'
import { spreadEvenly } from './spread-evenly'
import { nameCandidates, TableCache } from './table-cache'

/**
 * Policy version 0, before anything is learnt, the same in every context: every allowed
 * combination has the same chance, but for the weights of `prefer` rules and the floor. Where
 * combinations are many, a seeded spread of some stands for all: then every asset of a slot has
 * the same chance, exactly if there are no constraints, nearly and never below the floor if there are.
 */
export function createUniformPolicy(settings: PolicySettings): RememberingPolicy {
  const cache = new TableCache()
  return {
    version: 0,
    findTable: (_cell, candidates) => cache.find('', candidates),
    tableOf: (_cell, candidates) =>
      cache.get('', candidates, () => createUniformTable(candidates, settings)),
  }
}

function createUniformTable(
  candidates: readonly SlotCandidates[],
  { explorationFloor, constraints: pairs }: PolicySettings,
): PolicyTable | null {
  const constraints = compileConstraints(pairs, candidates)
  if (!constraints.isFeasible) return null
  const seed = hashString(nameCandidates(candidates))
  const few = constraints.listRows(FEW_COMBINATIONS)
  if (few) {
    const weights = new Float64Array(few.count).fill(1)
    const combinations = { picks: few.picks, weights }
    return createPolicyTable({ candidates, combinations, explorationFloor, constraints, seed })
  }
  if (constraints.groups.some((group) => group.length > 1)) {
    const even = constraints.possible.map((assets) =>
      new Float64Array(assets.length).fill(1 / assets.length),
    )
    const combinations = spreadEvenly(even, constraints, seed)
    return createPolicyTable({ candidates, combinations, explorationFloor, constraints, seed })
  }
  const chances = constraints.possible.map((assets, slot) => {
    const weights = Float64Array.from(assets, (asset) => candidates[slot]?.weights[asset] ?? 1)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const share = explorationFloor / assets.length
    return weights.map((weight) => ((1 - explorationFloor) * weight) / total + share)
  })
  return tabulate(candidates, spreadEvenly(chances, constraints, seed))
}
