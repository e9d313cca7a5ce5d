import { packedIndex } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import { CellBundles } from './cell-bundles'
import type { DesignMatrix } from './design-matrix'

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
const at = (values: Float64Array, index: number) => values[index] ?? 0
// Apart: a function that reads both kinds of arrays is slower for both.
const indexAt = (values: Int32Array, index: number) => values[index] ?? 0

const NO_ROWS = new Int32Array(0)

/** Under so many rows bundles are not worth the trouble. */
const MANY_ROWS = 10_000

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
    const position = indexAt(first, row)
    const other = indexAt(second, row)
    if (position >= 0) sum += at(weights, position)
    if (other >= 0) sum += at(weights, other)
    predictor[row] = sum
  }
  for (let row = pairCount; row < first.length; row++) {
    const position = indexAt(first, row)
    if (position >= 0) predictor[row] = at(predictor, row) + at(weights, position)
  }
}

/** Adds the value of each row to its weight. */
function addValues(sums: Float64Array, block: Int32Array, values: Float64Array): void {
  for (let row = 0; row < block.length; row++) {
    const position = indexAt(block, row)
    if (position >= 0) sums[position] = at(sums, position) + at(values, row)
  }
}

/** A block of the design among the believed weights. */
interface PlacedBlock {
  /** Index in the design of each row's weight, −1 where it has none. */
  readonly rows: Int32Array
  readonly hasJoint: boolean
  /** Indices of its weights that are held alone. */
  readonly alone: readonly number[]
}

/**
 * The rows of a design under what is believed. Rows keep the design's own numbers, since arrays as
 * long as the batch are what wakes the garbage collector: weights are turned into the design's
 * order instead.
 */
export class BatchRows {
  readonly count: number
  /** The blocks with weights that are held alone. */
  readonly alone: readonly PlacedBlock[]
  /** Positions of weights held alone that no row holds, but that credit is taken back from. */
  readonly idle: readonly number[]
  /** Of large batches: the weights of all blocks but those of pairs. */
  private readonly bundles: CellBundles | null
  /** The blocks that are in no bundle. */
  private readonly blocks: readonly PlacedBlock[]
  private sorted: { ends: Int32Array; held: Int32Array } | null = null

  constructor(
    private readonly design: DesignMatrix,
    private readonly belief: BeliefBlock,
    private readonly likelihood: Likelihood,
  ) {
    const { positions, jointCount, linear } = belief
    this.count = design.rowCount
    this.bundles = this.count >= MANY_ROWS ? new CellBundles(design, positions) : null
    const placed = design.blocks.map(({ from, to, rows, slots }) => {
      const indices = Array.from({ length: to - from }, (_, offset) => from + offset)
      const alone = indices.filter((index) => indexAt(positions, index) >= jointCount)
      const isBundled = this.bundles !== null && slots.length < 2
      return { rows, alone, hasJoint: alone.length < indices.length, isBundled }
    })
    this.blocks = placed.filter(({ isBundled }) => !isBundled)
    this.alone = placed.filter(({ alone }) => alone.length > 0)
    const held = new Set(positions)
    this.idle = [...linear.keys()].filter(
      (position) => position >= jointCount && at(linear, position) !== 0 && !held.has(position),
    )
  }

  /** The linear predictor of every row. */
  predict(weights: Float64Array): Float64Array {
    return this.addUp(weights, this.blocks)
  }

  /** The same where only joint weights differ from 0. */
  predictJoint(weights: Float64Array): Float64Array {
    return this.addUp(
      weights,
      this.blocks.filter(({ hasJoint }) => hasJoint),
    )
  }

  private addUp(weights: Float64Array, blocks: readonly PlacedBlock[]): Float64Array {
    const predictor = new Float64Array(this.count)
    const add = (values: Float64Array, columns: readonly Int32Array[]) => {
      for (let column = 0; column < columns.length; column += 2) {
        addWeights(predictor, values, columns[column], columns[column + 1])
      }
    }
    if (this.bundles) add(this.bundles.gather(weights), this.bundles.columns)
    const { positions } = this.belief
    const inOrder = new Float64Array(positions.length)
    for (let index = 0; index < positions.length; index++) {
      inOrder[index] = at(weights, indexAt(positions, index))
    }
    const rows = blocks.map((block) => block.rows)
    add(inOrder, rows)
    return predictor
  }

  /** Sum over the rows that hold each weight. */
  sumByWeight(values: Float64Array): Float64Array {
    return this.sumBlocks(this.blocks, values)
  }

  /** The same, right for the joint weights only. */
  sumJoint(values: Float64Array): Float64Array {
    const blocks = this.blocks.filter(({ hasJoint }) => hasJoint)
    return this.sumBlocks(blocks, values)
  }

  /** The same, right for the weights held alone only. */
  sumAlone(values: Float64Array): Float64Array {
    const blocks = this.blocks.filter(({ alone }) => alone.length > 0)
    return this.sumBlocks(blocks, values)
  }

  private sumBlocks(blocks: readonly PlacedBlock[], values: Float64Array): Float64Array {
    const { positions, means } = this.belief
    const sums = new Float64Array(means.length)
    if (this.bundles) {
      const byBundle = new Float64Array(this.bundles.count)
      for (const column of this.bundles.columns) addValues(byBundle, column, values)
      this.bundles.scatter(sums, byBundle)
    }
    const inOrder = new Float64Array(positions.length)
    for (const { rows } of blocks) addValues(inOrder, rows, values)
    for (let index = 0; index < positions.length; index++) {
      const position = indexAt(positions, index)
      sums[position] = at(sums, position) + at(inOrder, index)
    }
    return sums
  }

  /** Σ value·x·xᵀ over the joint weights, packed. */
  sumProducts(values: Float64Array): PackedMatrix {
    const { jointCount, jointPrecision } = this.belief
    const products = new Float64Array(jointPrecision.length)
    // A pair of assets that is held jointly is not in the bundles.
    if (this.bundles && !this.blocks.some(({ hasJoint }) => hasJoint)) {
      this.bundles.addProducts(products, values, jointCount)
      return products
    }
    const starts = Int32Array.from({ length: jointCount }, (_, index) => packedIndex(index, 0))
    const { ends, held } = (this.sorted ??= this.sortJoint())
    for (let row = 0, from = 0; row < this.count; row++) {
      const value = at(values, row)
      const to = indexAt(ends, row)
      for (let one = from; one < to; one++) {
        const start = indexAt(starts, indexAt(held, one))
        for (let other = from; other <= one; other++) {
          const entry = start + indexAt(held, other)
          products[entry] = at(products, entry) + value
        }
      }
      from = to
    }
    return products
  }

  /** The joint weights of each row in ascending order, row after row, and where each row ends. */
  private sortJoint(): { ends: Int32Array; held: Int32Array } {
    const { jointCount, positions } = this.belief
    const { blocks } = this.design
    const held = new Int32Array(this.count * blocks.length)
    const ends = new Int32Array(this.count)
    let end = 0
    for (let row = 0; row < this.count; row++) {
      const from = end
      for (const { rows } of blocks) {
        const index = indexAt(rows, row)
        const position = index < 0 ? -1 : indexAt(positions, index)
        if (position < 0 || position >= jointCount) continue
        let place = end++
        for (; place > from && indexAt(held, place - 1) > position; place--) {
          held[place] = indexAt(held, place - 1)
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
