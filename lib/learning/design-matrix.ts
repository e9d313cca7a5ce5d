import { featureValue } from './posterior'
import type { Model } from './posterior'
import type { Observation } from './observations'
import { INTERCEPT_KEY, contextKey, interactionKey, mainKey, pairKey } from './weight-key'

/** What a row of the model is made of. */
export type DesignRow = Pick<Observation, 'cell' | 'assets' | 'impressions' | 'successes'>

/** Weights `from` (inclusive) to `to` (exclusive), and which of them each row holds, −1 if none. */
export interface Block {
  readonly from: number
  readonly to: number
  readonly rows: Int32Array
  /** Slots whose assets decide, within a context cell, which weight a row holds: up to two. */
  readonly slots: readonly number[]
}

/**
 * A batch as numbers. A block is a group of weights of which a row has at most one (the assets of
 * a slot, the values of a feature), so a sparse row is one weight index for each block.
 */
export interface DesignMatrix {
  readonly rowCount: number
  readonly impressions: Float64Array
  readonly successes: Float64Array
  readonly blocks: readonly Block[]
  /** Key of each weight, by index. */
  readonly keys: readonly string[]
}

/** A column of the batch: the position of each row's level among the sorted levels, −1 if none. */
interface Column {
  readonly levels: readonly string[]
  readonly codes: Int32Array
}

function encodeColumn(
  batch: readonly DesignRow[],
  valueOf: (observation: DesignRow) => string | undefined,
): Column {
  const firstSeen = new Map<string, number>()
  const codes = new Int32Array(batch.length)
  for (let row = 0; row < batch.length; row++) {
    const observation = batch[row]
    const value = observation && valueOf(observation)
    const code = value === undefined ? -1 : (firstSeen.get(value) ?? firstSeen.size)
    if (value !== undefined && code === firstSeen.size) firstSeen.set(value, code)
    codes[row] = code
  }
  const levels = [...firstSeen.keys()].sort()
  const ranks = new Int32Array(levels.length)
  for (const [rank, level] of levels.entries()) ranks[firstSeen.get(level) ?? 0] = rank
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1
    if (code >= 0) codes[row] = ranks[code] ?? -1
  }
  return { levels, codes }
}

/** Compares two rows by their codes, column after column: 0 means that they are identical. */
function compareRows(columns: readonly Column[], a: number, b: number): number {
  for (let column = 0; column < columns.length; column++) {
    const codes = columns[column]?.codes
    const difference = (codes?.[a] ?? 0) - (codes?.[b] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Rows in the order of their codes, equal ones in the order of the batch. */
function orderRows(columns: readonly Column[], rowCount: number): Int32Array {
  const combinations = columns.reduce((product, { levels }) => product * (levels.length + 1), 1)
  if (combinations * rowCount > Number.MAX_SAFE_INTEGER) {
    return Int32Array.from({ length: rowCount }, (_, row) => row).sort((a, b) =>
      compareRows(columns, a, b),
    )
  }
  // All codes of a row in one number, and the row behind them: numbers sort much faster.
  const sorted = new Float64Array(rowCount)
  for (const { codes, levels } of columns) {
    const width = levels.length + 1
    for (let row = 0; row < rowCount; row++) {
      sorted[row] = (sorted[row] ?? 0) * width + (codes[row] ?? -1) + 1
    }
  }
  for (let row = 0; row < rowCount; row++) sorted[row] = (sorted[row] ?? 0) * rowCount + row
  return Int32Array.from(sorted.sort(), (key) => key % rowCount)
}

/** Codes of rows that hold both columns: one number for each pair of levels. */
function pairColumns(first: Column, second: Column): Int32Array {
  const width = second.levels.length
  const codes = new Int32Array(first.codes.length)
  for (let row = 0; row < codes.length; row++) {
    const left = first.codes[row] ?? -1
    const right = second.codes[row] ?? -1
    codes[row] = left < 0 || right < 0 ? -1 : left * width + right
  }
  return codes
}

/**
 * A block of as many weights as `codes` has different ones; appends their keys. The codes become
 * the rows, so hand over a copy of what is still needed: a batch has many blocks, and arrays as
 * long as the batch are what wakes the garbage collector.
 */
function addBlock(
  keys: string[],
  codes: Int32Array,
  codeCount: number,
  slots: readonly number[],
  keyOf: (code: number) => string,
): Block {
  const from = keys.length
  const indices = new Int32Array(codeCount).fill(-1)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1
    if (code >= 0 && indices[code] === -1) indices[code] = keys.push(keyOf(code)) - 1
    codes[row] = code < 0 ? -1 : (indices[code] ?? -1)
  }
  return { from, to: keys.length, rows: codes, slots }
}

/** The batch in canonical order with identical rows merged. */
interface MergedBatch {
  readonly columns: readonly Column[]
  readonly impressions: Float64Array
  readonly successes: Float64Array
}

function mergeRows(columns: readonly Column[], batch: readonly DesignRow[]): MergedBatch {
  const order = orderRows(columns, batch.length)
  const firsts = new Int32Array(batch.length)
  const impressions = new Float64Array(batch.length)
  const successes = new Float64Array(batch.length)
  let count = 0
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0
    const isRepeat = count > 0 && compareRows(columns, firsts[count - 1] ?? 0, row) === 0
    if (!isRepeat) firsts[count++] = row
    const group = count - 1
    impressions[group] = (impressions[group] ?? 0) + (batch[row]?.impressions ?? 0)
    successes[group] = (successes[group] ?? 0) + (batch[row]?.successes ?? 0)
  }
  return {
    columns: columns.map(({ levels, codes }) => {
      const merged = new Int32Array(count)
      for (let group = 0; group < count; group++) merged[group] = codes[firsts[group] ?? 0] ?? -1
      return { levels, codes: merged }
    }),
    impressions: impressions.subarray(0, count),
    successes: successes.subarray(0, count),
  }
}

/** Blocks and keys while they are being gathered. */
interface Gathering {
  readonly keys: string[]
  readonly blocks: Block[]
}

/** A block for every pair of levels of two columns that some row holds. */
function addPairBlock(
  { keys, blocks }: Gathering,
  first: Column,
  second: Column,
  slots: readonly number[],
  keyOf: (first: string, second: string) => string,
): void {
  const width = second.levels.length
  const keyOfCode = (code: number) =>
    keyOf(first.levels[Math.floor(code / width)] ?? '', second.levels[code % width] ?? '')
  const codes = pairColumns(first, second)
  blocks.push(addBlock(keys, codes, first.levels.length * width, slots, keyOfCode))
}

function addSingleBlock(
  { keys, blocks }: Gathering,
  { codes, levels }: Column,
  slots: readonly number[],
  keyOf: (level: string) => string,
): void {
  blocks.push(
    addBlock(keys, codes.slice(), levels.length, slots, (code) => keyOf(levels[code] ?? '')),
  )
}

/**
 * Encodes checked observations for the posterior's model. Rows are sorted and identical ones
 * merged, so sums of floating-point numbers do not depend on the order of the batch. Families
 * come in the order intercept, context, main, interaction, pair.
 */
export function buildDesignMatrix(
  { features, slots }: Pick<Model, 'features' | 'slots'>,
  batch: readonly DesignRow[],
  hasPairs: boolean,
): DesignMatrix {
  const { columns, impressions, successes } = mergeRows(
    [
      ...features.map((key) => encodeColumn(batch, ({ cell }) => featureValue(cell, key))),
      ...slots.map((key) => encodeColumn(batch, ({ assets }) => featureValue(assets, key))),
    ],
    batch,
  )
  const contexts = features.flatMap((feature, index) => {
    const column = columns[index]
    return column ? [{ feature, column }] : []
  })
  const shown = slots.flatMap((slot, index) => {
    const column = columns[features.length + index]
    return column ? [{ slot, column }] : []
  })
  const rowCount = impressions.length
  const keys: string[] = []
  const gathering: Gathering = {
    keys,
    blocks: [addBlock(keys, new Int32Array(rowCount), 1, [], () => INTERCEPT_KEY)],
  }
  for (const { feature, column } of contexts) {
    addSingleBlock(gathering, column, [], (value) => contextKey(feature, value))
  }
  for (const [index, { slot, column }] of shown.entries()) {
    addSingleBlock(gathering, column, [index], (assetId) => mainKey(slot, assetId))
  }
  for (const [index, { slot, column }] of shown.entries()) {
    for (const { feature, column: context } of contexts) {
      addPairBlock(gathering, column, context, [index], (assetId, value) =>
        interactionKey(slot, assetId, feature, value),
      )
    }
  }
  for (const [index, { slot, column }] of shown.entries()) {
    for (const [offset, other] of hasPairs ? shown.slice(index + 1).entries() : []) {
      const slots = [index, index + 1 + offset]
      addPairBlock(gathering, column, other.column, slots, (assetId, otherId) =>
        pairKey(slot, assetId, other.slot, otherId),
      )
    }
  }
  return { rowCount, impressions, successes, blocks: gathering.blocks, keys }
}
