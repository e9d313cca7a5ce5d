import { hashString } from '@/lib/math/hash'
import { bendCombinations } from './bend-combinations'
import type { Combinations } from './combination-set'
import { compileConstraints, type CompiledConstraints } from './compile-constraints'
import { exploreCombinations, FEW_COMBINATIONS } from './explore-combinations'
import { mendCombinations } from './mend-combinations'
import type { RememberingPolicy, SlotCandidates } from './policy'
import type { PolicySettings } from './policy-settings'
import { createPolicyTable, tabulate, type PolicyTable } from './policy-table'
import { spreadEvenly } from './spread-evenly'
import { nameCandidates, TableCache } from './table-cache'

/** Up to so many combinations of tied slots are listed; of more a seeded sample stands for all. */
const LISTED = 512

/**
 * Policy version 0, before anything is learnt, the same in every context: every allowed
 * combination has the same chance, but for the weights of `prefer` rules and the floor. Where
 * combinations are many, a seeded spread of some stands for all: then it is the chances within
 * each group of tied slots (mostly a single slot) that are exact; of a group with more than 512
 * combinations they are near it, and never below the floor.
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
  settings: PolicySettings,
): PolicyTable | null {
  const { explorationFloor } = settings
  const constraints = compileConstraints(settings.constraints, candidates)
  if (!constraints.isFeasible) return null
  const seed = hashString(nameCandidates(candidates))
  const few = constraints.listRows(FEW_COMBINATIONS)
  if (few) {
    const combinations = { picks: few.picks, weights: new Float64Array(few.count).fill(1) }
    return createPolicyTable({ candidates, combinations, explorationFloor, constraints, seed })
  }
  const parts = constraints.groups.map((slots) => {
    // A group is closed: no constraint ties it to what is left out.
    const own = candidates.filter((_, slot) => slots.includes(slot))
    const alone = compileConstraints(settings.constraints, own)
    const bent = bendCombinations(listEvenly(alone, seed), own)
    const combinations = exploreCombinations(bent, alone, explorationFloor, seed)
    return { slots, combinations }
  })
  return tabulate(candidates, spreadEvenly(parts, seed))
}

/** Allowed combinations, all alike: all of them, or if they are many an even spread, mended. */
function listEvenly(constraints: CompiledConstraints, seed: number): Combinations {
  const listed = constraints.listRows(LISTED)
  if (listed) return { picks: listed.picks, weights: new Float64Array(listed.count).fill(1) }
  const spread = spreadEvenly(
    constraints.possible.map((assets, slot) => ({
      slots: [slot],
      combinations: {
        picks: assets,
        weights: new Float64Array(assets.length).fill(1 / assets.length),
      },
    })),
    seed,
  )
  return mendCombinations(spread, constraints, seed)
}
