import type { SlotAssets } from './draw-rates'
import { pairKeyOf } from './posterior'
import type { Posterior } from './posterior'
import { summariseDraws } from './summarise-rates'
import type { Believed } from './summarise-rates'
import type { WeightDraws } from './weight-draws'

export interface PairAsset {
  readonly slot: string
  readonly assetId: string
}

/** What two assets do together beyond what each does alone: 0.05 is a rate 5 % higher. */
export interface RankedPair {
  readonly assets: readonly [PairAsset, PairAsset]
  readonly effect: Believed
}

const at = (values: ArrayLike<number> | undefined, index: number) => values?.[index] ?? 0

/**
 * The pairs that matter most, the largest mean effect first, with 90 % intervals. A pair's effect is
 * measured against the other pairs of its two slots (its draw less the means of its row and its
 * column, plus the mean of all), so what an asset does with everything is not counted as a pair.
 * Rare successes: a difference of logits is the logarithm of a ratio of rates. Pairs that data has
 * never seen are left out.
 */
export function rankPairs(
  posterior: Posterior,
  draws: WeightDraws,
  candidates: readonly SlotAssets[],
  limit: number,
): RankedPair[] {
  const pairs = candidates.flatMap((one, index) =>
    candidates.slice(index + 1).flatMap((other) => listPairs(posterior, draws, one, other)),
  )
  return pairs
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
    .slice(0, limit)
    .map(({ assets, values }) => ({ assets, effect: summariseDraws(values.map(Math.expm1)) }))
}

function listPairs(
  posterior: Posterior,
  draws: WeightDraws,
  one: SlotAssets,
  other: SlotAssets,
): { assets: [PairAsset, PairAsset]; values: Float64Array; mean: number }[] {
  const [height, width] = [one.assetIds.length, other.assetIds.length]
  const keys = one.assetIds.map((assetId) =>
    other.assetIds.map((otherId) =>
      pairKeyOf(posterior, { slot: one.slot, assetId }, { slot: other.slot, assetId: otherId }),
    ),
  )
  const values = keys.map((row) => row.map((key) => draws.of(key).slice()))
  for (let draw = 0; draw < draws.count; draw++) {
    const rows = values.map((row) => row.reduce((sum, cell) => sum + at(cell, draw), 0) / width)
    const all = rows.reduce((sum, mean) => sum + mean, 0) / Math.max(1, height)
    for (let b = 0; b < width; b++) {
      const column = values.reduce((sum, row) => sum + at(row[b], draw), 0) / height
      for (const [a, row] of values.entries()) {
        const cell = row[b]
        if (cell) cell[draw] = at(cell, draw) - at(rows, a) - column + all
      }
    }
  }
  return one.assetIds.flatMap((assetId, a) =>
    other.assetIds.flatMap((otherId, b) => {
      const cell = values[a]?.[b]
      if (!cell || !Object.hasOwn(posterior.weights, keys[a]?.[b] ?? '')) return []
      return [
        {
          assets: [
            { slot: one.slot, assetId },
            { slot: other.slot, assetId: otherId },
          ] as [PairAsset, PairAsset],
          values: cell,
          mean: cell.reduce((sum, value) => sum + value, 0) / Math.max(1, cell.length),
        },
      ]
    }),
  )
}
