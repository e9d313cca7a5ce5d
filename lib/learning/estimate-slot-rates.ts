import type { Interval } from '@/lib/math/intervals'
import { assetKeys, featureValue, pairKeyOf } from './posterior'
import type { Posterior } from './posterior'
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

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
const at = (values: ArrayLike<number> | undefined, index: number) => values?.[index] ?? 0

function summariseDraws(values: Float64Array): Believed {
  const sorted = values.slice().sort()
  const quantile = (share: number) => at(sorted, Math.round(share * (sorted.length - 1)))
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length)
  return { mean, lower: quantile(TAIL), upper: quantile(1 - TAIL) }
}

/** Shares that sum to 1; even ones where no weight is positive. */
function shareOut(count: number, weights: readonly number[] = []): number[] {
  const positive = Array.from({ length: count }, (_, index) => Math.max(0, weights[index] ?? 0))
  const total = positive.reduce((sum, weight) => sum + weight, 0)
  return positive.map((weight) => (total > 0 && total < Infinity ? weight / total : 1 / count))
}

/** Weights of the model and how much each counts in one logit. */
type LinearForm = readonly (readonly [key: string, factor: number])[]

/** The logit of a cell without the asked slot: the others at the average of what they show. */
function formBaseline(
  posterior: Posterior,
  others: readonly SlotAssets[],
  cell: Readonly<Record<string, string>>,
): LinearForm {
  const contexts = posterior.features.flatMap((feature) => {
    const value = featureValue(cell, feature)
    return value === undefined ? [] : [[contextKey(feature, value), 1] as const]
  })
  const shown = others.flatMap(({ slot, assetIds, weights }) => {
    const shares = shareOut(assetIds.length, weights)
    return assetIds.flatMap((assetId, index) =>
      assetKeys(posterior, slot, assetId, cell).map((key) => [key, at(shares, index)] as const),
    )
  })
  return [[INTERCEPT_KEY, 1], ...contexts, ...shown]
}

/** What one asset adds: its own weights, and its pairs with what the other slots show. */
function formAsset(
  posterior: Posterior,
  others: readonly SlotAssets[],
  slot: string,
  assetId: string,
  cell: Readonly<Record<string, string>>,
): LinearForm {
  const own = assetKeys(posterior, slot, assetId, cell).map((key) => [key, 1] as const)
  const pairs = others.flatMap((other) => {
    const shares = shareOut(other.assetIds.length, other.weights)
    return other.assetIds.map((otherId, index) => {
      const partner = { slot: other.slot, assetId: otherId }
      return [pairKeyOf(posterior, { slot, assetId }, partner), at(shares, index)] as const
    })
  })
  return [...own, ...pairs]
}

/** What one asset does to the logarithm of the value of a success. */
const formWorth = (
  posterior: Posterior,
  slot: string,
  assetId: string,
  cell: Readonly<Record<string, string>>,
): LinearForm => assetKeys(posterior, slot, assetId, cell).map((key) => [key, 1] as const)

function evaluate(form: LinearForm, draws: WeightDraws): Float64Array {
  const values = new Float64Array(draws.count)
  for (const [key, factor] of form) {
    if (factor === 0) continue
    const drawn = draws.of(key)
    for (let draw = 0; draw < values.length; draw++) {
      values[draw] = at(values, draw) + factor * at(drawn, draw)
    }
  }
  return values
}

/**
 * Rates, effects and chances of being best of the assets of one slot, by posterior draws over the
 * cells. Cells without positive weight count equally.
 */
export function estimateSlotRates(
  posterior: Posterior,
  draws: WeightDraws,
  candidates: readonly SlotAssets[],
  { slot, assetIds }: SlotAssets,
  cells: readonly WeightedCell[],
): AssetBelief[] {
  const others = candidates.filter((other) => other.slot !== slot && other.assetIds.length > 0)
  const shares = shareOut(
    cells.length,
    cells.map(({ weight }) => weight),
  )
  const rates = assetIds.map(() => new Float64Array(draws.count))
  const earnings = draws.value ? assetIds.map(() => new Float64Array(draws.count)) : rates
  for (const [index, { cell }] of cells.entries()) {
    const baseline = evaluate(formBaseline(posterior, others, cell), draws)
    for (const [asset, assetId] of assetIds.entries()) {
      const own = evaluate(formAsset(posterior, others, slot, assetId, cell), draws)
      const [rate, earned] = [rates[asset], earnings[asset]]
      const worth = draws.value && evaluate(formWorth(posterior, slot, assetId, cell), draws.value)
      for (let draw = 0; rate && draw < rate.length; draw++) {
        const share = at(shares, index) * sigmoid(at(baseline, draw) + at(own, draw))
        rate[draw] = at(rate, draw) + share
        // Up to what all assets have in common.
        if (worth && earned) earned[draw] = at(earned, draw) + share * Math.exp(at(worth, draw))
      }
    }
  }
  const averages = new Float64Array(draws.count)
  const wins = assetIds.map(() => 0)
  for (let draw = 0; draw < draws.count; draw++) {
    let best = 0
    for (const [asset, earned] of earnings.entries()) {
      averages[draw] = at(averages, draw) + at(earned, draw) / earnings.length
      if (at(earned, draw) > at(earnings[best], draw)) best = asset
    }
    wins[best] = at(wins, best) + 1
  }
  return assetIds.map((assetId, asset) => {
    const earned = earnings[asset] ?? new Float64Array(0)
    return {
      assetId,
      rate: summariseDraws(rates[asset] ?? new Float64Array(0)),
      effect: summariseDraws(earned.map((value, draw) => value / at(averages, draw) - 1)),
      probabilityBest: at(wins, asset) / draws.count,
    }
  })
}
