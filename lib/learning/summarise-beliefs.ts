import { estimateSlotRates } from './estimate-slot-rates'
import type { AssetBelief, SlotAssets, WeightedCell } from './estimate-slot-rates'
import { featureValue } from './posterior'
import type { Posterior } from './posterior'
import { WeightDraws } from './weight-draws'

export interface BeliefQuestion {
  /** The slots and assets to tell about. */
  readonly candidates: readonly SlotAssets[]
  /** Where to average: cells with weights (impressions, or 1 each). Empty: nowhere in particular. */
  readonly cells: readonly WeightedCell[]
  /** Also answer for each value of this feature. */
  readonly splitBy?: string
  readonly seed: number
  readonly draws?: number
}

export interface SlotBeliefs {
  readonly slot: string
  readonly overall: readonly AssetBelief[]
  /** One entry for each value of `splitBy` among the cells, sorted by value. */
  readonly byValue: readonly { readonly value: string; readonly assets: readonly AssetBelief[] }[]
}

function splitCells(cells: readonly WeightedCell[], feature: string) {
  const groups = new Map<string, WeightedCell[]>()
  for (const weighted of cells) {
    const value = featureValue(weighted.cell, feature)
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), weighted])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * What the learner believes, for the studio: of each asset in its slot the estimated success rate
 * (other slots at the average of their assets, by weight) with a 90 % interval, its effect against the
 * average of its slot, and the chance that it is the best of its slot; overall and by the values of one feature. Deterministic given the seed.
 */
export function summariseBeliefs(posterior: Posterior, question: BeliefQuestion): SlotBeliefs[] {
  const { candidates, cells, splitBy, seed, draws = 400 } = question
  const everywhere = cells.length > 0 ? cells : [{ cell: {}, weight: 1 }]
  const groups = splitBy ? splitCells(cells, splitBy) : []
  const worlds = new WeightDraws(posterior, draws, seed)
  return candidates.map((slotAssets) => {
    const estimate = (within: readonly WeightedCell[]) =>
      estimateSlotRates(posterior, worlds, candidates, slotAssets, within)
    return {
      slot: slotAssets.slot,
      overall: estimate(everywhere),
      byValue: groups.map(([value, within]) => ({ value, assets: estimate(within) })),
    }
  })
}
