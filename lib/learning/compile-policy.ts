import { compileConstraints } from '@/lib/decision/compile-constraints'
import type { Cell, RememberingPolicy, SlotCandidates } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createPolicyTable } from '@/lib/decision/policy-table'
import { nameCandidates, TableCache } from '@/lib/decision/table-cache'
import { hashString } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import type { Random } from '@/lib/math/random'
import { assetKeys, featureValue, weightOf } from './posterior'
import type { Posterior } from './posterior'

/**
 * Draws use half the posterior's standard deviation (Chapelle & Li's α = 0.5). Probability
 * matching at full width explores longer than a campaign lasts; in the house's simulator half of
 * it earned more in strong and in mild worlds.
 */
const SPREAD = 0.5

interface LearnedPolicyOptions extends PolicySettings {
  /** Posterior draws behind each table. */
  readonly draws?: number
}

/** What the model believes of each asset in this cell, on the logit scale, up to a constant. */
function assetBeliefs(posterior: Posterior, { slot, assetIds }: SlotCandidates, cell: Cell) {
  const means: number[] = []
  const deviations: number[] = []
  for (const assetId of assetIds) {
    let mean = 0
    let variance = 0
    for (const key of assetKeys(posterior, slot, assetId, cell)) {
      const [weightMean, precision] = weightOf(posterior, key)
      mean += weightMean
      variance += 1 / precision
    }
    means.push(mean)
    deviations.push(SPREAD * Math.sqrt(variance))
  }
  return { means, deviations }
}

function drawBest(
  beliefs: readonly ReturnType<typeof assetBeliefs>[],
  picks: Uint16Array,
  random: Random,
): void {
  beliefs.forEach(({ means, deviations }, slot) => {
    let best = 0
    let bestValue = -Infinity
    for (let asset = 0; asset < means.length; asset++) {
      const value = (means[asset] ?? 0) + (deviations[asset] ?? 0) * random.nextGaussian()
      if (value <= bestValue) continue
      bestValue = value
      best = asset
    }
    picks[slot] = best
  })
}

/**
 * Compiles a posterior into a policy: Thompson sampling. In each posterior draw every slot takes
 * the asset whose main effect plus its interactions with the cell is the largest (what does not
 * depend on the asset cancels), mended where constraints forbid the combination; the draws are the
 * weighted combinations of the table. A pure function of (posterior, version, cell, candidates):
 * the seed is their hash. Tables are remembered, so serving is a lookup.
 */
export function createLearnedPolicy(
  posterior: Posterior,
  version: number,
  { explorationFloor, constraints: pairs, draws = 512 }: LearnedPolicyOptions,
): RememberingPolicy {
  const cache = new TableCache()

  function compileTable(cell: Cell, cellKey: string, candidates: readonly SlotCandidates[]) {
    const constraints = compileConstraints(pairs, candidates)
    if (!constraints.isFeasible) return null
    const seed = hashString(`${version}\n${cellKey}${nameCandidates(candidates)}`)
    const random = createRandom(seed)
    const beliefs = candidates.map((slot) => assetBeliefs(posterior, slot, cell))
    const width = candidates.length
    const picks = new Uint16Array(draws * width)
    for (let draw = 0; draw < draws; draw++) {
      const row = picks.subarray(draw * width, (draw + 1) * width)
      drawBest(beliefs, row, random)
      constraints.repair(row)
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
