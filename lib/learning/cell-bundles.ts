import { packedIndex } from '@/lib/math/symmetric-matrix'
import type { DesignMatrix } from './design-matrix'

const at = (values: Float64Array, index: number) => values[index] ?? 0
// Apart: a function that reads both kinds of arrays is slower for both.
const indexAt = (values: Int32Array, index: number) => values[index] ?? 0

/** Asset of each row in one slot, −1 where it shows none, and the blocks that the asset decides. */
interface SlotColumn {
  readonly assets: Int32Array
  readonly assetCount: number
  readonly blocks: readonly Int32Array[]
}

/**
 * The rows of a large batch as bundles of weights. Within a context cell an asset always brings the
 * same weights (its own and those of its interactions), and so does the context itself: a row is one
 * bundle for its cell and one for each slot, instead of a weight for each block. Weights of pairs of
 * assets belong to no bundle.
 */
export class CellBundles {
  /** How many bundles there are. */
  readonly count: number
  /** Bundle of each row: of its cell, then of each slot, −1 where it has none. */
  readonly columns: readonly Int32Array[]
  /** Positions of the weights of all bundles, ascending within each, and where each one begins. */
  private readonly members: Int32Array
  private readonly starts: Int32Array
  /** Row after the last one of each cell, and the first bundle of each cell; one more at the end. */
  private readonly cellEnds: Int32Array
  private readonly cellStarts: Int32Array

  /** `positions`: where each weight of the design stands among those that are believed. */
  constructor(design: DesignMatrix, positions: Int32Array) {
    const shared = listBlocks(design, undefined)
    const slots = listSlots(design)
    const members: number[] = []
    const starts = [0]
    const cellStarts = [0]
    this.cellEnds = listCellEnds(design)
    const columns = [undefined, ...slots].map(() => new Int32Array(design.rowCount).fill(-1))
    const bundle = (blocks: readonly Int32Array[], row: number) => {
      const held = blocks.map((block) => indexAt(block, row)).filter((index) => index >= 0)
      members.push(...held.map((index) => indexAt(positions, index)).sort((a, b) => a - b))
      return starts.push(members.length) - 2
    }
    for (let cell = 0, from = 0; cell < this.cellEnds.length; cell++) {
      const to = indexAt(this.cellEnds, cell)
      columns[0]?.fill(bundle(shared, from), from, to)
      for (const [slot, { assets, assetCount, blocks }] of slots.entries()) {
        const bundles = new Int32Array(assetCount).fill(-1)
        const column = columns[slot + 1] ?? new Int32Array(0)
        for (let row = from; row < to; row++) {
          const asset = indexAt(assets, row)
          if (asset < 0) continue
          if (indexAt(bundles, asset) < 0) bundles[asset] = bundle(blocks, row)
          column[row] = indexAt(bundles, asset)
        }
      }
      cellStarts.push(starts.length - 1)
      from = to
    }
    this.columns = columns
    this.members = Int32Array.from(members)
    this.starts = Int32Array.from(starts)
    this.cellStarts = Int32Array.from(cellStarts)
    this.count = starts.length - 1
  }

  /** Sum of the weights of each bundle. */
  gather(weights: Float64Array): Float64Array {
    const sums = new Float64Array(this.count)
    for (let bundle = 0; bundle < this.count; bundle++) {
      let sum = 0
      const end = indexAt(this.starts, bundle + 1)
      for (let place = indexAt(this.starts, bundle); place < end; place++) {
        sum += at(weights, indexAt(this.members, place))
      }
      sums[bundle] = sum
    }
    return sums
  }

  /** Adds to each weight the values of the bundles that hold it. */
  scatter(sums: Float64Array, values: Float64Array): void {
    for (let bundle = 0; bundle < this.count; bundle++) {
      const value = at(values, bundle)
      const end = indexAt(this.starts, bundle + 1)
      for (let place = indexAt(this.starts, bundle); place < end; place++) {
        const position = indexAt(this.members, place)
        sums[position] = at(sums, position) + value
      }
    }
  }

  /**
   * Adds Σ value·x·xᵀ to packed products; positions from `jointCount` on are left out. Within a cell
   * it is enough to sum the values of each pair of bundles, and to spread the sums once.
   */
  addProducts(products: Float64Array, values: Float64Array, jointCount: number): void {
    const ends = this.listJointEnds(jointCount)
    const room = new Float64Array(this.findWidest() ** 2)
    for (let cell = 0, from = 0; cell < this.cellEnds.length; cell++) {
      const to = indexAt(this.cellEnds, cell)
      const first = indexAt(this.cellStarts, cell)
      const width = indexAt(this.cellStarts, cell + 1) - first
      const sums = room.subarray(0, width ** 2).fill(0)
      this.sumPairs(sums, values, { from, to, first, width })
      for (let one = 0; one < width; one++) {
        for (let other = 0; other <= one; other++) {
          const sum = at(sums, one * width + other)
          if (sum !== 0) this.addProduct(products, ends, first + one, first + other, sum)
        }
      }
      from = to
    }
  }

  /** Where the joint weights of each bundle end: they come first. */
  private listJointEnds(jointCount: number): Int32Array {
    const ends = new Int32Array(this.count)
    for (let bundle = 0; bundle < this.count; bundle++) {
      let end = indexAt(this.starts, bundle + 1)
      while (end > indexAt(this.starts, bundle) && indexAt(this.members, end - 1) >= jointCount)
        end--
      ends[bundle] = end
    }
    return ends
  }

  /** Bundles of the cell that has the most. */
  private findWidest(): number {
    let widest = 0
    for (let cell = 0; cell < this.cellEnds.length; cell++) {
      const width = indexAt(this.cellStarts, cell + 1) - indexAt(this.cellStarts, cell)
      widest = Math.max(widest, width)
    }
    return widest
  }

  /** Sums of the values of each pair of a cell's bundles: those of later slots have higher numbers. */
  private sumPairs(sums: Float64Array, values: Float64Array, span: CellSpan): void {
    for (const [index, column] of this.columns.entries()) {
      for (const other of this.columns.slice(1, index)) {
        addPairs(sums, values, column, other, span)
      }
      addPairs(sums, values, column, column, span)
    }
    // Whatever shows an asset is in the cell.
    const { width } = span
    for (let one = 1; one < width; one++) sums[one * width] = at(sums, one * width + one)
  }

  private addProduct(
    products: Float64Array,
    ends: Int32Array,
    one: number,
    other: number,
    value: number,
  ): void {
    const { members } = this
    const end = indexAt(ends, one)
    const otherEnd = indexAt(ends, other)
    for (let place = indexAt(this.starts, one); place < end; place++) {
      const position = indexAt(members, place)
      const start = packedIndex(position, 0)
      let otherPlace = indexAt(this.starts, other)
      // Members ascend: those up to `position` lie in its own row of the packed matrix.
      for (; otherPlace < otherEnd; otherPlace++) {
        const second = indexAt(members, otherPlace)
        if (second > position) break
        products[start + second] = at(products, start + second) + value
      }
      // Of a bundle with itself each pair counts once.
      if (one === other) continue
      for (; otherPlace < otherEnd; otherPlace++) {
        const entry = packedIndex(indexAt(members, otherPlace), position)
        products[entry] = at(products, entry) + value
      }
    }
  }
}

/** Rows of one cell, and where its bundles are. */
interface CellSpan {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly width: number
}

function addPairs(
  sums: Float64Array,
  values: Float64Array,
  column: Int32Array,
  other: Int32Array,
  { from, to, first, width }: CellSpan,
): void {
  for (let row = from; row < to; row++) {
    const one = indexAt(column, row) - first
    const two = indexAt(other, row) - first
    if (one < 0 || two < 0) continue
    const entry = one * width + two
    sums[entry] = at(sums, entry) + at(values, row)
  }
}

function listBlocks({ blocks }: DesignMatrix, slot: number | undefined): Int32Array[] {
  return blocks.flatMap(({ slots, rows }) => (slots.length < 2 && slots[0] === slot ? [rows] : []))
}

function listSlots(design: DesignMatrix): SlotColumn[] {
  const columns = new Map<number, SlotColumn>()
  for (const { slots, from, to, rows } of design.blocks) {
    const [slot] = slots
    // The first block of a slot is that of its main effects.
    if (slot === undefined || columns.has(slot)) continue
    const assets = rows.map((index) => (index < 0 ? -1 : index - from))
    columns.set(slot, { assets, assetCount: to - from, blocks: listBlocks(design, slot) })
  }
  return [...columns.values()]
}

/** Where each run of rows with the same context ends: a batch is sorted by it. */
function listCellEnds({ blocks, rowCount }: DesignMatrix): Int32Array {
  const isFirst = new Uint8Array(rowCount)
  for (const { slots, rows } of blocks) {
    if (slots.length > 0) continue
    for (let row = 1; row < rowCount; row++) {
      if (indexAt(rows, row) !== indexAt(rows, row - 1)) isFirst[row] = 1
    }
  }
  const ends: number[] = []
  for (let row = 1; row < rowCount; row++) if (isFirst[row] === 1) ends.push(row)
  return Int32Array.from([...ends, rowCount])
}
