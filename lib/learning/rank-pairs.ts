import type { SlotAssets } from './draw-rates'
import { pairKeyOf, weightOf } from './posterior'
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

/** Keys of all pairs of two slots: of an asset of the first one row, of the second one column. */
type PairKeys = readonly (readonly string[])[]

interface Candidate {
  readonly assets: readonly [PairAsset, PairAsset]
  readonly keys: PairKeys
  readonly row: number
  readonly column: number
  readonly mean: number
}

/**
 * The pairs that matter most, the largest mean effect first, with 90 % intervals. A pair's effect is
 * measured against the other pairs of its two slots (its weight less the means of its row and its
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
  return candidates
    .flatMap((one, index) =>
      candidates.slice(index + 1).flatMap((other) => listPairs(posterior, one, other)),
    )
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
    .slice(0, limit)
    .map(({ assets, keys, row, column }) => {
      const values = new Float64Array(draws.count)
      const drawn = keys.map((keysOfRow) => keysOfRow.map((key) => draws.of(key)))
      for (const draw of values.keys()) {
        const contrast = compareWithOthers(drawn, row, column, (cell) => cell[draw] ?? 0)
        values[draw] = Math.expm1(contrast)
      }
      return { assets, effect: summariseDraws(values) }
    })
}

function listPairs(posterior: Posterior, one: SlotAssets, other: SlotAssets): Candidate[] {
  const keys = one.assetIds.map((assetId) =>
    other.assetIds.map((otherId) =>
      pairKeyOf(posterior, { slot: one.slot, assetId }, { slot: other.slot, assetId: otherId }),
    ),
  )
  const means = keys.map((row) => row.map((key) => weightOf(posterior, key)[0]))
  return one.assetIds.flatMap((assetId, row) =>
    other.assetIds.flatMap((otherId, column): Candidate[] => {
      if (!Object.hasOwn(posterior.weights, keys[row]?.[column] ?? '')) return []
      const mean = compareWithOthers(means, row, column, (value) => value)
      const assets = [
        { slot: one.slot, assetId },
        { slot: other.slot, assetId: otherId },
      ] as const
      return [{ assets, keys, row, column, mean }]
    }),
  )
}

/** One entry of a matrix less the means of its row and its column, plus the mean of all. */
function compareWithOthers<Cell>(
  matrix: readonly (readonly Cell[])[],
  row: number,
  column: number,
  read: (cell: Cell) => number,
): number {
  let [own, ofRow, ofColumn, all] = [0, 0, 0, 0]
  const [height, width] = [matrix.length, matrix[0]?.length ?? 0]
  for (const [a, cells] of matrix.entries()) {
    for (const [b, cell] of cells.entries()) {
      const value = read(cell)
      all += value / (height * width)
      if (a === row) ofRow += value / width
      if (b === column) ofColumn += value / height
      if (a === row && b === column) own = value
    }
  }
  return own - ofRow - ofColumn + all
}
