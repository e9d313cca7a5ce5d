import { packedIndex } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import { CellProducts, MANY_ROWS } from './cell-products'
import type { Block, DesignMatrix } from './design-matrix'

/**
 * What is believed before a batch, and where the batch's weights stand in it. The first
 * `jointCount` weights are jointly Gaussian; each one behind them is held alone.
 */
export interface BeliefBlock {
  readonly jointCount: number
  /** Precision of the joint weights, prior included, packed. */
  readonly jointPrecision: PackedMatrix
  /** Precision of each weight held alone, prior included. */
  readonly alonePrecisions: Float64Array
  /** Of all weights, the joint ones first. */
  readonly means: Float64Array
  /** Position among these weights of each weight of the design. */
  readonly positions: Int32Array
  /** Added to the gradient of each weight: successes that are credited or taken back. */
  readonly linear: Float64Array
}

/**
 * `logistic`: impressions and successes among them. `gaussian`: counts and sums of values whose
 * own variance is known, in the places of impressions and successes.
 */
export type Likelihood =
  { readonly kind: 'logistic' } | { readonly kind: 'gaussian'; readonly noiseVariance: number }

export const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

const NO_ROWS = new Int32Array(0)

/** A block's rows as positions among the believed weights. Loops, since there are many rows. */
function placeRows({ rows }: Block, positions: Int32Array): Int32Array {
  const placed = new Int32Array(rows.length)
  for (let row = 0; row < rows.length; row++) {
    const index = at(rows, row)
    placed[row] = index < 0 ? -1 : at(positions, index)
  }
  return placed
}

/** The same with −1 for every position from `limit` on. */
function keepBelow(block: Int32Array, limit: number): Int32Array {
  const kept = new Int32Array(block.length)
  for (let row = 0; row < block.length; row++) {
    const position = at(block, row)
    kept[row] = position < limit ? position : -1
  }
  return kept
}

/** Adds each row's weights of two blocks, in this order: one pass over the rows for both. */
function addWeights(
  predictor: Float64Array,
  weights: Float64Array,
  first: Int32Array | undefined,
  second: Int32Array = NO_ROWS,
): void {
  if (!first) return
  const pairCount = Math.min(first.length, second.length)
  for (let row = 0; row < pairCount; row++) {
    let sum = at(predictor, row)
    const position = at(first, row)
    const other = at(second, row)
    if (position >= 0) sum += at(weights, position)
    if (other >= 0) sum += at(weights, other)
    predictor[row] = sum
  }
  for (let row = pairCount; row < first.length; row++) {
    const position = at(first, row)
    if (position >= 0) predictor[row] = at(predictor, row) + at(weights, position)
  }
}

/** The rows of a design as positions among the believed weights. */
export class BatchRows {
  readonly count: number
  /** Position of each row's weight in each block, −1 where it has none. */
  readonly blocks: readonly Int32Array[]
  /** The same of the joint weights alone, without the blocks that have none. */
  readonly joint: readonly Int32Array[]
  /** The blocks with weights that are held alone, and which those are. */
  readonly alone: readonly {
    readonly block: Int32Array
    readonly positions: readonly number[]
  }[]
  /** Weights held alone that no row holds, but that credit is taken back from. */
  readonly idle: readonly number[]
  /** Which blocks have joint weights. */
  private readonly hasJoint: readonly boolean[]
  private byCell: CellProducts | null = null
  private sorted: { ends: Int32Array; held: Int32Array } | null = null

  constructor(
    private readonly design: DesignMatrix,
    private readonly belief: BeliefBlock,
    private readonly likelihood: Likelihood,
  ) {
    this.count = design.rowCount
    this.blocks = design.blocks.map((block) => placeRows(block, belief.positions))
    this.hasJoint = design.blocks.map(({ from, to }) =>
      belief.positions.subarray(from, to).some((position) => position < belief.jointCount),
    )
    const placed = design.blocks.map(({ from, to }, index) => {
      const positions = [...belief.positions.subarray(from, to)]
      const alone = positions.filter((position) => position >= belief.jointCount)
      const block = this.blocks[index] ?? new Int32Array(0)
      return { block, alone, hasJoint: this.hasJoint[index] }
    })
    this.joint = placed
      .filter(({ hasJoint }) => hasJoint)
      .map(({ block, alone }) => (alone.length > 0 ? keepBelow(block, belief.jointCount) : block))
    this.alone = placed
      .filter(({ alone }) => alone.length > 0)
      .map(({ block, alone }) => ({ block, positions: alone }))
    const held = new Set(belief.positions)
    this.idle = [...belief.linear.keys()].filter(
      (position) =>
        position >= belief.jointCount && at(belief.linear, position) !== 0 && !held.has(position),
    )
  }

  predict(weights: Float64Array, blocks = this.blocks): Float64Array {
    const predictor = new Float64Array(this.count)
    for (let index = 0; index < blocks.length; index += 2) {
      addWeights(predictor, weights, blocks[index], blocks[index + 1])
    }
    return predictor
  }

  /** Sum over the rows that hold each weight. */
  sumByWeight(values: Float64Array): Float64Array {
    return this.sumBlocks(this.blocks, values)
  }

  /** The same for the joint weights only. */
  sumJoint(values: Float64Array): Float64Array {
    return this.sumBlocks(this.joint, values)
  }

  /** The same for the weights held alone only. */
  sumAlone(values: Float64Array): Float64Array {
    return this.sumBlocks(
      this.alone.map(({ block }) => block),
      values,
    )
  }

  private sumBlocks(blocks: readonly Int32Array[], values: Float64Array): Float64Array {
    const sums = new Float64Array(this.belief.means.length)
    for (const block of blocks) {
      for (let row = 0; row < this.count; row++) {
        const position = at(block, row)
        if (position >= 0) sums[position] = at(sums, position) + at(values, row)
      }
    }
    return sums
  }

  /** Σ value·x·xᵀ over the joint weights, packed. */
  sumProducts(values: Float64Array): PackedMatrix {
    const { jointCount, jointPrecision } = this.belief
    const products = new Float64Array(jointPrecision.length)
    if (this.count >= MANY_ROWS) {
      this.byCell ??= CellProducts.of(this.design, this.blocks, this.hasJoint)
      this.byCell?.addTo(products, values, jointCount)
      if (this.byCell) return products
    }
    const starts = Int32Array.from({ length: jointCount }, (_, index) => packedIndex(index, 0))
    const { ends, held } = (this.sorted ??= this.sortJoint())
    for (let row = 0, from = 0; row < this.count; row++) {
      const value = at(values, row)
      const to = at(ends, row)
      for (let one = from; one < to; one++) {
        const start = at(starts, at(held, one))
        for (let other = from; other <= one; other++) {
          const entry = start + at(held, other)
          products[entry] = at(products, entry) + value
        }
      }
      from = to
    }
    return products
  }

  /** The joint weights of each row in ascending order, row after row, and where each row ends. */
  private sortJoint(): { ends: Int32Array; held: Int32Array } {
    const held = new Int32Array(this.count * this.joint.length)
    const ends = new Int32Array(this.count)
    let end = 0
    for (let row = 0; row < this.count; row++) {
      const from = end
      for (const block of this.joint) {
        const position = at(block, row)
        if (position < 0) continue
        let place = end++
        for (; place > from && at(held, place - 1) > position; place--) {
          held[place] = at(held, place - 1)
        }
        held[place] = position
      }
      ends[row] = end
    }
    return { ends, held }
  }

  /** Σ successes·z − Σ impressions·log(1 + e^z), or that of the Gaussian. */
  logLikelihood(predictor: Float64Array): number {
    const { successes, impressions } = this.design
    let total = 0
    for (let row = 0; row < this.count; row++) {
      const z = at(predictor, row)
      total += (at(successes, row) * z - at(impressions, row) * this.partition(z)) / this.noise
    }
    return total
  }

  private get noise(): number {
    return this.likelihood.kind === 'gaussian' ? this.likelihood.noiseVariance : 1
  }

  /** What one impression costs at z: its derivative is the expected success. */
  private partition(z: number): number {
    if (this.likelihood.kind === 'gaussian') return (z * z) / 2
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))
  }

  /** Residual k − n·p and curvature n·p·(1 − p) of every row. */
  differentiate(predictor: Float64Array) {
    const { successes, impressions } = this.design
    const residuals = new Float64Array(this.count)
    const curvatures = new Float64Array(this.count)
    for (let row = 0; row < this.count; row++) {
      const z = at(predictor, row)
      if (this.likelihood.kind === 'gaussian') {
        residuals[row] = (at(successes, row) - at(impressions, row) * z) / this.noise
        curvatures[row] = at(impressions, row) / this.noise
        continue
      }
      const p = sigmoid(z)
      const expected = at(impressions, row) * p
      residuals[row] = at(successes, row) - expected
      curvatures[row] = expected * (1 - p)
    }
    return { residuals, curvatures }
  }
}
