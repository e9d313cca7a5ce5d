import type { Interval } from '@/lib/math/intervals'
import type { DrawnRate } from './draw-rates'

/** A posterior mean with the 90 % credible interval. */
export interface Believed extends Interval {
  readonly mean: number
}

export interface AssetBelief {
  readonly assetId: string
  /** Success rate, the other slots as they were shown. */
  readonly rate: Believed
  /**
   * That rate over the average of the slot's assets, minus 1: 0.12 is +12 %. Where the value of a
   * success counts, of the value an impression earns.
   */
  readonly effect: Believed
  /** Chance that no other asset of the slot earns more. */
  readonly probabilityBest: number
}

/** Tail outside each end of a 90 % interval. */
const TAIL = 0.05

const at = (values: ArrayLike<number> | undefined, index: number) => values?.[index] ?? 0

/** Mean and 90 % interval of draws. The mean of a skewed few may lie outside: it is drawn in. */
export function summariseDraws(values: Float64Array): Believed {
  const sorted = values.slice().sort()
  const quantile = (share: number) => at(sorted, Math.round(share * (sorted.length - 1)))
  const [lower, upper] = [quantile(TAIL), quantile(1 - TAIL)]
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length)
  return { mean: Math.min(upper, Math.max(lower, mean)), lower, upper }
}

/** What the draws of one slot's rates say of each of its assets, beside each other. */
export function summariseRates(
  assetIds: readonly string[],
  rates: readonly DrawnRate[],
): AssetBelief[] {
  const count = rates[0]?.rate.length ?? 0
  const averages = new Float64Array(count)
  const wins = assetIds.map(() => 0)
  for (let draw = 0; draw < count; draw++) {
    let best = 0
    for (const [asset, { earned }] of rates.entries()) {
      averages[draw] = at(averages, draw) + at(earned, draw) / rates.length
      if (at(earned, draw) > at(rates[best]?.earned, draw)) best = asset
    }
    wins[best] = at(wins, best) + 1
  }
  return assetIds.map((assetId, asset) => {
    const { rate, earned } = rates[asset] ?? { rate: averages, earned: averages }
    // Rates so small that they are 0 in floating point differ by nothing.
    const effects = earned.map((value, draw) =>
      at(averages, draw) > 0 ? value / at(averages, draw) - 1 : 0,
    )
    return {
      assetId,
      rate: summariseDraws(rate),
      effect: summariseDraws(effects),
      probabilityBest: at(wins, asset) / Math.max(1, count),
    }
  })
}
