import { createRateDrawer } from './draw-rates'
import type { DrawnRate, SlotAssets, WeightedCell } from './draw-rates'
import { featureValue } from './posterior'
import type { Posterior } from './posterior'
import { shareOut } from './share-out'
import { summariseRates } from './summarise-rates'
import type { AssetBelief } from './summarise-rates'
import type { WeightDraws } from './weight-draws'

export interface BeliefQuestion {
  /** The slots and assets to tell about. */
  readonly candidates: readonly SlotAssets[]
  /** Where to average: cells with weights (impressions, or 1 each). Empty: nowhere in particular. */
  readonly cells: readonly WeightedCell[]
  /** Also answer for each value of this feature. */
  readonly splitBy?: string | undefined
}

export interface SlotBeliefs {
  readonly slot: string
  readonly overall: readonly AssetBelief[]
  /** One entry for each value of `splitBy` among the cells, sorted by value. */
  readonly byValue: readonly { readonly value: string; readonly assets: readonly AssetBelief[] }[]
}

/** Positions of the cells of each value of a feature, sorted by value. */
export function splitCells(
  cells: readonly WeightedCell[],
  feature: string,
): (readonly [value: string, cells: readonly number[]])[] {
  const groups = new Map<string, number[]>()
  for (const [index, { cell }] of cells.entries()) {
    const value = featureValue(cell, feature)
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), index])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * What the learner believes, for the studio: of each asset in its slot the estimated success rate
 * (other slots at the average of their assets, by weight) with a 90 % interval, its effect against
 * the average of its slot, and the chance that it is the best of its slot; overall and by the values
 * of one feature. `draws` are of the same posterior; deterministic given them.
 */
export function summariseBeliefs(
  posterior: Posterior,
  draws: WeightDraws,
  { candidates, cells, splitBy }: BeliefQuestion,
): SlotBeliefs[] {
  const everywhere = cells.length > 0 ? cells : [{ cell: {}, weight: 1 }]
  const drawRates = createRateDrawer(posterior, draws, candidates)
  const drawn = everywhere.map(({ cell }) => drawRates(cell))
  const groups = splitBy ? splitCells(cells, splitBy) : []
  const all = everywhere.map((_, index) => index)

  return candidates.map(({ slot, assetIds }, slotIndex) => {
    const summarise = (within: readonly number[]) => {
      const weights = within.map((cell) => everywhere[cell]?.weight ?? 0)
      const shares = shareOut(within.length, weights)
      const average = (read: (drawn: DrawnRate) => Float64Array, asset: number) => {
        const mean = new Float64Array(draws.count)
        for (const [index, cell] of within.entries()) {
          const one = drawn[cell]?.[slotIndex]?.[asset]
          const values = one && read(one)
          for (let draw = 0; values && draw < mean.length; draw++) {
            mean[draw] = (mean[draw] ?? 0) + (shares[index] ?? 0) * (values[draw] ?? 0)
          }
        }
        return mean
      }
      const rates = assetIds.map((_, asset) => ({
        rate: average(({ rate }) => rate, asset),
        earned: average(({ earned }) => earned, asset),
      }))
      return summariseRates(assetIds, rates)
    }
    return {
      slot,
      overall: summarise(all),
      byValue: groups.map(([value, within]) => ({ value, assets: summarise(within) })),
    }
  })
}
