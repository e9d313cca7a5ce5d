import { assetKeys, featureValue, pairKeyOf } from './posterior'
import type { Posterior } from './posterior'
import { shareOut } from './share-out'
import type { WeightDraws } from './weight-draws'
import { INTERCEPT_KEY, contextKey } from './weight-key'

export interface SlotAssets {
  readonly slot: string
  readonly assetIds: readonly string[]
  /** How often each was shown of late: what to average the other slots over. Even unless given. */
  readonly weights?: readonly number[]
}

/** A context cell and how much it weighs in an average, such as its impressions. */
export interface WeightedCell {
  readonly cell: Readonly<Record<string, string>>
  readonly weight: number
}

/** Of one asset, in every draw. */
export interface DrawnRate {
  readonly rate: Float64Array
  /**
   * The rate, times what the asset does to the value of a success where that counts (up to what all
   * assets have in common).
   */
  readonly earned: Float64Array
}
/** Of each slot, of each of its assets. */
export type DrawnRates = readonly (readonly DrawnRate[])[]

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))

function addScaled(target: Float64Array, values: Float64Array, factor: number): void {
  if (factor === 0) return
  for (let draw = 0; draw < target.length; draw++) {
    target[draw] = (target[draw] ?? 0) + factor * (values[draw] ?? 0)
  }
}

/**
 * Draws the success rate of every asset of every slot in a cell: the asset's own weights and its
 * pairs, beside the average of what the other slots show. What does not depend on the cell is
 * worked out once.
 */
export function createRateDrawer(
  posterior: Posterior,
  draws: WeightDraws,
  candidates: readonly SlotAssets[],
): (cell: WeightedCell['cell']) => DrawnRates {
  const zeros = () => new Float64Array(draws.count)
  const shares = candidates.map(({ assetIds, weights }) => shareOut(assetIds.length, weights))
  const average = (slot: number, assets: readonly Float64Array[]) => {
    const sum = zeros()
    for (const [asset, values] of assets.entries()) {
      addScaled(sum, values, shares[slot]?.[asset] ?? 0)
    }
    return sum
  }
  const pairs = candidates.map((own) =>
    own.assetIds.map((assetId) => {
      const sum = zeros()
      for (const [other, { slot, assetIds }] of candidates.entries()) {
        if (slot === own.slot) continue
        for (const [asset, otherId] of assetIds.entries()) {
          const key = pairKeyOf(posterior, { slot: own.slot, assetId }, { slot, assetId: otherId })
          addScaled(sum, draws.of(key), shares[other]?.[asset] ?? 0)
        }
      }
      return sum
    }),
  )
  const pairAverages = pairs.map((assets, slot) => average(slot, assets))
  const sumKeys = (keys: readonly string[], from = draws) => {
    const sum = zeros()
    for (const key of keys) addScaled(sum, from.of(key), 1)
    return sum
  }
  const contextKeys = (cell: WeightedCell['cell']) =>
    posterior.features.flatMap((feature) => {
      const value = featureValue(cell, feature)
      return value === undefined ? [] : [contextKey(feature, value)]
    })

  return (cell): DrawnRates => {
    const keys = candidates.map(({ slot, assetIds }) =>
      assetIds.map((assetId) => assetKeys(posterior, slot, assetId, cell)),
    )
    const own = keys.map((assets) => assets.map((one) => sumKeys(one)))
    const ownAverages = own.map((assets, slot) => average(slot, assets))
    const whole = sumKeys([INTERCEPT_KEY, ...contextKeys(cell)])
    for (const [slot, values] of ownAverages.entries()) {
      addScaled(whole, values, 1)
      // Each pair of slots is in the average of both.
      addScaled(whole, pairAverages[slot] ?? zeros(), 0.5)
    }
    return own.map((assets, slot) => {
      const others = whole.slice()
      addScaled(others, ownAverages[slot] ?? zeros(), -1)
      addScaled(others, pairAverages[slot] ?? zeros(), -1)
      return assets.map((values, asset) => {
        const logits = others.slice()
        addScaled(logits, values, 1)
        addScaled(logits, pairs[slot]?.[asset] ?? zeros(), 1)
        const rate = logits.map(sigmoid)
        const worth = draws.value && sumKeys(keys[slot]?.[asset] ?? [], draws.value)
        if (!worth) return { rate, earned: rate }
        return { rate, earned: rate.map((value, draw) => value * Math.exp(worth[draw] ?? 0)) }
      })
    })
  }
}
