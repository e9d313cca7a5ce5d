import { packedIndex } from '@/lib/math/symmetric-matrix'
import type { DesignMatrix } from './design-matrix'

/** Under so many rows it is not worth the trouble. */
export const MANY_ROWS = 10_000

const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

/** An asset of a slot has a number among the assets of all slots of the batch. */
interface SlotColumn {
  /** Number of the slot's asset in each row, −1 where it shows none. */
  readonly assets: Int32Array
  /** The joint blocks that the asset decides, in a cell. */
  readonly blocks: readonly Int32Array[]
}

/**
 * Σ value·x·xᵀ over the joint weights of large batches. Within a context cell an asset always
 * brings the same weights (its own and those of its interactions), so it is enough to sum the
 * values of each pair of assets, and to spread the sums over their weights once a cell.
 */
export class CellProducts {
  private readonly cellEnds: Int32Array
  private readonly shared: readonly Int32Array[]
  private readonly slots: readonly SlotColumn[]
  private readonly assetCount: number

  /**
   * `blocks`: position of each row's weight in each block of the design. Null where a weight held
   * jointly hangs on two assets: then an asset does not bring its weights alone.
   */
  static of(
    design: DesignMatrix,
    blocks: readonly Int32Array[],
    isJoint: readonly boolean[],
  ): CellProducts | null {
    const isPaired = design.blocks.some(({ slots }, index) => slots.length > 1 && isJoint[index])
    return isPaired ? null : new CellProducts(design, blocks, isJoint)
  }

  private constructor(
    design: DesignMatrix,
    blocks: readonly Int32Array[],
    isJoint: readonly boolean[],
  ) {
    const ofSlot = (slot: number | undefined) =>
      blocks.filter((_, index) => isJoint[index] && design.blocks[index]?.slots[0] === slot)
    this.shared = ofSlot(undefined)
    this.cellEnds = listCellEnds(design)
    let assetCount = 0
    const columns = new Map<number, SlotColumn>()
    for (const { slots, from, to, rows } of design.blocks) {
      const [slot] = slots
      // The first block of a slot is that of its main effects.
      if (slot === undefined || columns.has(slot)) continue
      const start = assetCount - from
      const assets = new Int32Array(rows.length)
      for (let row = 0; row < rows.length; row++) {
        const index = at(rows, row)
        assets[row] = index < 0 ? -1 : start + index
      }
      columns.set(slot, { assets, blocks: ofSlot(slot) })
      assetCount += to - from
    }
    this.slots = [...columns.values()]
    this.assetCount = assetCount
  }

  /** Adds to packed products; positions from `jointCount` on are left out. */
  addTo(products: Float64Array, values: Float64Array, jointCount: number): void {
    const sums = new Float64Array(this.assetCount ** 2)
    for (let cell = 0, from = 0; cell < this.cellEnds.length; cell++) {
      const to = at(this.cellEnds, cell)
      sums.fill(0)
      const total = this.sumCell(sums, values, from, to)
      this.spread(products, sums, total, this.listWeights(from, to, jointCount))
      from = to
    }
  }

  /** Sums the values of each asset (on the diagonal) and of each pair of them; returns their total. */
  private sumCell(sums: Float64Array, values: Float64Array, from: number, to: number): number {
    let total = 0
    for (let row = from; row < to; row++) total += at(values, row)
    for (const [index, { assets }] of this.slots.entries()) {
      for (let row = from; row < to; row++) {
        const asset = at(assets, row)
        if (asset < 0) continue
        const start = asset * this.assetCount
        sums[start + asset] = at(sums, start + asset) + at(values, row)
      }
      for (const other of this.slots.slice(0, index)) {
        this.sumPairs(sums, values, assets, other.assets, from, to)
      }
    }
    return total
  }

  private sumPairs(
    sums: Float64Array,
    values: Float64Array,
    assets: Int32Array,
    others: Int32Array,
    from: number,
    to: number,
  ): void {
    for (let row = from; row < to; row++) {
      const asset = at(assets, row)
      const other = at(others, row)
      if (asset < 0 || other < 0) continue
      const entry = asset * this.assetCount + other
      sums[entry] = at(sums, entry) + at(values, row)
    }
  }

  /** Joint weights of each asset in a cell, and behind them those that all of its rows hold. */
  private listWeights(from: number, to: number, jointCount: number): number[][] {
    const weights: number[][] = Array.from({ length: this.assetCount + 1 }, () => [])
    const gather = (blocks: readonly Int32Array[], row: number) =>
      blocks
        .map((block) => at(block, row))
        .filter((position) => position >= 0 && position < jointCount)
    const isListed = new Uint8Array(this.assetCount)
    for (const { assets, blocks } of this.slots) {
      for (let row = from; row < to; row++) {
        const asset = at(assets, row)
        if (asset < 0 || isListed[asset] === 1) continue
        isListed[asset] = 1
        weights[asset] = gather(blocks, row)
      }
    }
    weights[this.assetCount] = gather(this.shared, from)
    return weights
  }

  private spread(
    products: Float64Array,
    sums: Float64Array,
    total: number,
    weights: readonly (readonly number[])[],
  ): void {
    const shared = weights[this.assetCount] ?? []
    addSquare(products, shared, total)
    for (let asset = 0; asset < this.assetCount; asset++) {
      const own = weights[asset] ?? []
      const start = asset * this.assetCount
      const sum = at(sums, start + asset)
      addSquare(products, own, sum)
      addProduct(products, own, shared, sum)
      // The lower triangle only: assets of earlier slots have lower numbers.
      for (let other = 0; other < asset; other++) {
        const both = at(sums, start + other)
        if (both !== 0) addProduct(products, own, weights[other] ?? [], both)
      }
    }
  }
}

/** Where each run of rows with the same context ends: a batch is sorted by it. */
function listCellEnds({ blocks, rowCount }: DesignMatrix): Int32Array {
  const isFirst = new Uint8Array(rowCount)
  for (const { slots, rows } of blocks) {
    if (slots.length > 0) continue
    for (let row = 1; row < rowCount; row++) {
      if (at(rows, row) !== at(rows, row - 1)) isFirst[row] = 1
    }
  }
  const ends: number[] = []
  for (let row = 1; row < rowCount; row++) if (isFirst[row] === 1) ends.push(row)
  return Int32Array.from([...ends, rowCount])
}

function addSquare(products: Float64Array, weights: readonly number[], value: number): void {
  for (let one = 0; one < weights.length; one++) {
    for (let other = 0; other <= one; other++) {
      const entry = packedIndex(weights[one] ?? 0, weights[other] ?? 0)
      products[entry] = at(products, entry) + value
    }
  }
}

function addProduct(
  products: Float64Array,
  weights: readonly number[],
  others: readonly number[],
  value: number,
): void {
  for (let one = 0; one < weights.length; one++) {
    for (let other = 0; other < others.length; other++) {
      const entry = packedIndex(weights[one] ?? 0, others[other] ?? 0)
      products[entry] = at(products, entry) + value
    }
  }
}
