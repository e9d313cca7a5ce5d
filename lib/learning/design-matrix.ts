import { INTERCEPT_KEY, contextKey, featureValue, interactionKey, mainKey } from './posterior'
import type { Posterior } from './posterior'
import type { Observation } from './observations'

/**
 * A batch as numbers. A block is a group of weights of which a row has at most one (the assets of
 * a slot, the values of a feature), so a sparse row is one weight index for each block, −1 if none.
 */
export interface DesignMatrix {
  readonly rowCount: number
  readonly impressions: Float64Array
  readonly successes: Float64Array
  /** Weight index of each row, block by block. */
  readonly blocks: readonly Int32Array[]
  /** Key of each weight, by index. */
  readonly keys: readonly string[]
}

/** A column of the batch: the position of each row's level among the sorted levels, −1 if none. */
interface Column {
  readonly levels: readonly string[]
  readonly codes: Int32Array
}

function encodeColumn(values: readonly (string | undefined)[]): Column {
  const seen = new Set<string>()
  for (const value of values) if (value !== undefined) seen.add(value)
  const levels = [...seen].sort()
  const positions = new Map(levels.map((level, position) => [level, position]))
  const codes = Int32Array.from(values, (value) =>
    value === undefined ? -1 : (positions.get(value) ?? -1),
  )
  return { levels, codes }
}

/** Rows in the order of their codes: the same whatever order they came in. */
function canonicalOrder(columns: readonly Column[], rowCount: number): Int32Array {
  return Int32Array.from({ length: rowCount }, (_, row) => row).sort((a, b) => {
    for (const { codes } of columns) {
      const difference = (codes[a] ?? 0) - (codes[b] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  })
}

function addBlock(
  keys: string[],
  pick: (row: number) => number,
  keyOf: (code: number) => string,
  rowCount: number,
): Int32Array {
  const indices = new Map<number, number>()
  return Int32Array.from({ length: rowCount }, (_, row) => {
    const code = pick(row)
    if (code < 0) return -1
    let index = indices.get(code)
    if (index === undefined) {
      index = keys.push(keyOf(code)) - 1
      indices.set(code, index)
    }
    return index
  })
}

/**
 * Encodes checked observations for the posterior's model. Rows are sorted and identical ones
 * merged, so sums of floating-point numbers do not depend on the order of the batch.
 */
export function buildDesignMatrix(
  posterior: Posterior,
  batch: readonly Observation[],
): DesignMatrix {
  const slots = posterior.slots.map((slot) =>
    encodeColumn(batch.map(({ assets }) => featureValue(assets, slot))),
  )
  const features = posterior.features.map((feature) =>
    encodeColumn(batch.map(({ cell }) => featureValue(cell, feature))),
  )
  const columns = [...features, ...slots]
  const order = canonicalOrder(columns, batch.length)

  const firsts: number[] = []
  const impressions = new Float64Array(batch.length)
  const successes = new Float64Array(batch.length)
  for (const row of order) {
    const last = firsts.at(-1)
    const isRepeat = last !== undefined && columns.every(({ codes }) => codes[last] === codes[row])
    if (!isRepeat) firsts.push(row)
    const group = firsts.length - 1
    impressions[group] = (impressions[group] ?? 0) + (batch[row]?.impressions ?? 0)
    successes[group] = (successes[group] ?? 0) + (batch[row]?.successes ?? 0)
  }

  const rowCount = firsts.length
  const codeOf = (column: Column, row: number) => column.codes[firsts[row] ?? 0] ?? -1
  const levelOf = (column: Column, code: number) => column.levels[code] ?? ''
  const keys: string[] = []
  const blocks = [
    addBlock(
      keys,
      () => 0,
      () => INTERCEPT_KEY,
      rowCount,
    ),
  ]
  for (const [f, column] of features.entries()) {
    const feature = posterior.features[f] ?? ''
    const keyOf = (code: number) => contextKey(feature, levelOf(column, code))
    blocks.push(addBlock(keys, (row) => codeOf(column, row), keyOf, rowCount))
  }
  for (const [s, column] of slots.entries()) {
    const slot = posterior.slots[s] ?? ''
    const keyOf = (code: number) => mainKey(slot, levelOf(column, code))
    blocks.push(addBlock(keys, (row) => codeOf(column, row), keyOf, rowCount))
    for (const [f, other] of features.entries()) {
      const feature = posterior.features[f] ?? ''
      const width = other.levels.length
      const pick = (row: number) => {
        const [asset, value] = [codeOf(column, row), codeOf(other, row)]
        return asset < 0 || value < 0 ? -1 : asset * width + value
      }
      const pairKey = (code: number) =>
        interactionKey(
          slot,
          levelOf(column, Math.floor(code / width)),
          feature,
          levelOf(other, code % width),
        )
      blocks.push(addBlock(keys, pick, pairKey, rowCount))
    }
  }
  return {
    rowCount,
    impressions: impressions.subarray(0, rowCount),
    successes: successes.subarray(0, rowCount),
    blocks,
    keys,
  }
}
