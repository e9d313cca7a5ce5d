import type { Interval } from '@/lib/math/intervals'
import type { Random } from '@/lib/math/random'
import { INTERCEPT_KEY, assetKeys, contextKey, featureValue, weightOf } from './posterior'
import type { Posterior } from './posterior'

export interface SlotAssets {
  readonly slot: string
  readonly assetIds: readonly string[]
  /** How often each is shown while another slot is told about; left out: all alike. */
  readonly weights?: readonly number[]
}

/** A context cell and how much it counts in an average (impressions, or 1 each). */
export interface WeightedCell {
  readonly cell: Readonly<Record<string, string>>
  readonly weight: number
}

export interface AssetBelief {
  readonly assetId: string
  /** Estimated success rate, a ratio, with its 90 % interval. */
  readonly rate: { readonly mean: number } & Interval
  /** Effect of the asset on the logit scale, averaged over the cells, with its 90 % interval. */
  readonly effect: { readonly mean: number } & Interval
  /** Chance that no other asset of its slot has a higher rate. */
  readonly probabilityBest: number
}

/** Tail outside each end of a 90 % interval. */
const TAIL = 0.05

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function summariseDraws(values: readonly number[]): { mean: number } & Interval {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN
  return { mean: meanOf(values), lower: at(TAIL), upper: at(1 - TAIL) }
}

/** The average by weight; by count where no weight is positive. */
function averageOf(values: readonly number[], weights: readonly number[] = []): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) return meanOf(values)
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total
}

/** Expected logit of a cell, all slots but one at the average of their assets. */
function baselineLogit(
  posterior: Posterior,
  candidates: readonly SlotAssets[],
  slot: string,
  cell: Readonly<Record<string, string>>,
): number {
  let logit = weightOf(posterior, INTERCEPT_KEY)[0]
  for (const feature of posterior.features) {
    const value = featureValue(cell, feature)
    if (value !== undefined) logit += weightOf(posterior, contextKey(feature, value))[0]
  }
  for (const other of candidates) {
    if (other.slot === slot) continue
    const effects = other.assetIds.map((assetId) =>
      assetKeys(posterior, other.slot, assetId, cell).reduce(
        (sum, key) => sum + weightOf(posterior, key)[0],
        0,
      ),
    )
    logit += averageOf(effects, other.weights)
  }
  return logit
}

/**
 * One draw of an asset's own weights: its effect and its rate, averaged over the cells. Weights
 * shared by cells are drawn once, so cells move together as they should.
 */
function drawAsset(
  posterior: Posterior,
  keysByCell: readonly (readonly string[])[],
  baselines: readonly number[],
  shares: readonly number[],
  random: Random,
) {
  const drawn = new Map<string, number>()
  let effect = 0
  let rate = 0
  for (const [index, keys] of keysByCell.entries()) {
    let own = 0
    for (const key of keys) {
      let value = drawn.get(key)
      if (value === undefined) {
        const [mean, precision] = weightOf(posterior, key)
        value = mean + random.nextGaussian() / Math.sqrt(precision)
        drawn.set(key, value)
      }
      own += value
    }
    const share = shares[index] ?? 0
    effect += share * own
    rate += share * sigmoid((baselines[index] ?? 0) + own)
  }
  return { effect, rate }
}

/**
 * Rates, effects and chances of being best of the assets of one slot, by posterior draws over the
 * cells. Uncertain are the asset's own weights; the rest of the model stands at its mean, which
 * is what matters for comparing assets. Cells without positive weight count equally.
 */
export function estimateSlotRates(
  posterior: Posterior,
  candidates: readonly SlotAssets[],
  { slot, assetIds }: SlotAssets,
  cells: readonly WeightedCell[],
  draws: number,
  random: Random,
): AssetBelief[] {
  const total = cells.reduce((sum, { weight }) => sum + Math.max(0, weight), 0)
  const shares = cells.map(({ weight }) =>
    total > 0 ? Math.max(0, weight) / total : 1 / cells.length,
  )
  const baselines = cells.map(({ cell }) => baselineLogit(posterior, candidates, slot, cell))
  const drawn = assetIds.map((assetId) => {
    const keys = cells.map(({ cell }) => assetKeys(posterior, slot, assetId, cell))
    return Array.from({ length: draws }, () =>
      drawAsset(posterior, keys, baselines, shares, random),
    )
  })
  const wins = assetIds.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const rates = drawn.map((samples) => samples[draw]?.rate ?? 0)
    const best = rates.indexOf(Math.max(...rates))
    wins[best] = (wins[best] ?? 0) + 1
  }
  return assetIds.map((assetId, index) => ({
    assetId,
    rate: summariseDraws((drawn[index] ?? []).map(({ rate }) => rate)),
    effect: summariseDraws((drawn[index] ?? []).map(({ effect }) => effect)),
    probabilityBest: (wins[index] ?? 0) / draws,
  }))
}
