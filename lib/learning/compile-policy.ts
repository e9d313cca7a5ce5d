import { compileConstraints } from '@/lib/decision/compile-constraints'
import type { Cell, RememberingPolicy, SlotCandidates } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createPolicyTable } from '@/lib/decision/policy-table'
import { nameCandidates, TableCache } from '@/lib/decision/table-cache'
import { hashString } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { gatherCellBelief } from './cell-belief'
import { CombinationValues } from './combination-values'
import { createMaximiser } from './maximise-combination'
import { featureValue } from './posterior'
import type { Posterior } from './posterior'

/**
 * Draws begin with the whole standard deviation of each weight given the others, and end with half
 * of it: probability matching at full width explores longer than a campaign lasts (Chapelle & Li
 * 2011 find the same), but a narrow start can take early luck for truth. Tuned in the house's
 * simulator, on the seeds 1 to 40.
 */
const SPREAD = { young: 1, settled: 0.5 }
/** Successes for each weight after which a model is settled. */
const SETTLED_SUCCESSES = 1.5
/** Small models count as of so many weights, by the format of the posterior. */
const MIN_WEIGHTS = { 2: 100, 3: 30 } as const

/** By what the standard deviations are multiplied: from 1 at the start down to 0.5. */
function spreadOf({ formatVersion, weights, totals }: Posterior): number {
  const count = Math.max(MIN_WEIGHTS[formatVersion], Object.keys(weights).length)
  const settled = Math.min(1, totals.successes / (SETTLED_SUCCESSES * count))
  return SPREAD.young + (SPREAD.settled - SPREAD.young) * settled
}
const DRAWS = 256

interface LearnedPolicyOptions extends PolicySettings {
  /** Posterior draws behind each table. */
  readonly draws?: number
}

/**
 * Compiles a posterior into a policy: Thompson sampling. Each posterior draw is one possible world;
 * the combination that is best in it is one weighted combination of the table. A pure function of
 * (posterior, version, cell, candidates): the seed is their hash. Tables are remembered, so serving
 * is a lookup.
 */
export function createLearnedPolicy(
  posterior: Posterior,
  version: number,
  { explorationFloor, constraints: pairs, draws = DRAWS }: LearnedPolicyOptions,
): RememberingPolicy {
  const cache = new TableCache()
  const spread = spreadOf(posterior)

  function compileTable(cell: Cell, cellKey: string, candidates: readonly SlotCandidates[]) {
    const constraints = compileConstraints(pairs, candidates)
    if (!constraints.isFeasible) return null
    const seed = hashString(`${version}\n${cellKey}${nameCandidates(candidates)}`)
    const random = createRandom(seed)
    const values = new CombinationValues(gatherCellBelief(posterior, candidates, cell))
    const maximise = createMaximiser(constraints, seed)
    const width = candidates.length
    const picks = new Uint16Array(draws * width)
    for (let draw = 0; draw < draws; draw++) {
      values.draw(spread, random)
      maximise(values, picks.subarray(draw * width, (draw + 1) * width))
    }
    const weights = new Float64Array(draws).fill(1)
    const combinations = { picks, weights }
    return createPolicyTable({ candidates, combinations, explorationFloor, constraints, seed })
  }

  const keyOf = (cell: Cell) =>
    JSON.stringify(posterior.features.map((feature) => featureValue(cell, feature) ?? null))
  return {
    version,
    findTable: (cell, candidates) => cache.find(keyOf(cell), candidates),
    tableOf(cell, candidates) {
      const cellKey = keyOf(cell)
      return cache.get(cellKey, candidates, () => compileTable(cell, cellKey, candidates))
    },
  }
}
