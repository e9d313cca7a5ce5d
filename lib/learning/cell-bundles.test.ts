import { describe, expect, it } from 'vitest'
import { packedIndex, packedLength } from '@/lib/math/symmetric-matrix'
import { createRandom } from '@/lib/math/random'
import { CellBundles } from './cell-bundles'
import { buildDesignMatrix, type DesignMatrix } from './design-matrix'

const SLOTS = ['headline', 'image', 'button']
const FEATURES = ['device', 'daypart']

/** Random rows, some without a slot or a feature. */
function buildDesign(hasPairs: boolean) {
  const random = createRandom(7)
  const pick = (names: readonly string[], prefix: string, levels: number) =>
    Object.fromEntries(
      names.flatMap((name) =>
        random.next() < 0.1 ? [] : [[name, `${prefix}${Math.floor(random.next() * levels)}`]],
      ),
    )
  const batch = Array.from({ length: 800 }, () => ({
    ...{ cell: pick(FEATURES, 'v', 3), assets: pick(SLOTS, 'a', 4) },
    ...{ impressions: 1, successes: 0 },
  }))
  return buildDesignMatrix({ slots: SLOTS, features: FEATURES }, batch, hasPairs)
}

/** Every third interaction is held alone: its position lies behind those of the joint weights. */
function placeWeights(design: DesignMatrix) {
  const firstInteraction = design.blocks[FEATURES.length + SLOTS.length + 1]?.from ?? 0
  const isAlone = design.keys.map((_, index) => index > firstInteraction && index % 3 === 0)
  const order = [...design.keys.keys()].sort((a, b) => Number(isAlone[a]) - Number(isAlone[b]))
  const positions = Int32Array.from(design.keys, (_, index) => order.indexOf(index))
  return { positions, jointCount: isAlone.filter((alone) => !alone).length }
}

/** Positions of the weights that each row holds, those of pairs left out. */
function listHeld(design: DesignMatrix, positions: Int32Array, row: number): number[] {
  return design.blocks.flatMap(({ slots, rows }) => {
    const index = rows[row] ?? -1
    return slots.length > 1 || index < 0 ? [] : [positions[index] ?? -1]
  })
}

const drawNumbers = (length: number, seed: number) => {
  const random = createRandom(seed)
  return Float64Array.from({ length }, () => random.next() - 0.3)
}

function expectClose(actual: Float64Array, expected: Float64Array): void {
  expect(actual).toHaveLength(expected.length)
  for (const [entry, value] of actual.entries())
    expect(value).toBeCloseTo(expected[entry] ?? NaN, 9)
}

describe.each([false, true])('the bundles of a batch (with pairs of assets: %s)', (hasPairs) => {
  const design = buildDesign(hasPairs)
  const { positions, jointCount } = placeWeights(design)
  const bundles = new CellBundles(design, positions)
  const values = drawNumbers(design.rowCount, 8)
  const held = Array.from({ length: design.rowCount }, (_, row) => listHeld(design, positions, row))

  it('predict what the weights of the rows add up to', () => {
    const weights = drawNumbers(design.keys.length, 9)
    const byBundle = bundles.gather(weights)
    const predicted = Float64Array.from(held, (_, row) =>
      bundles.columns.reduce((sum, column) => sum + (byBundle[column[row] ?? -1] ?? 0), 0),
    )
    const sum = (row: readonly number[]) => row.reduce((total, at) => total + (weights[at] ?? 0), 0)
    expectClose(predicted, Float64Array.from(held, sum))
  })

  it('sum over the rows that hold a weight', () => {
    const expected = new Float64Array(design.keys.length)
    const byBundle = new Float64Array(bundles.count)
    for (const [row, value] of values.entries()) {
      for (const position of held[row] ?? []) expected[position] = (expected[position] ?? 0) + value
      for (const column of bundles.columns) {
        const bundle = column[row] ?? -1
        if (bundle >= 0) byBundle[bundle] = (byBundle[bundle] ?? 0) + value
      }
    }
    const sums = new Float64Array(design.keys.length)
    bundles.scatter(sums, byBundle)
    expectClose(sums, expected)
  })

  it('give the products of the rows, weights that are held alone left out', () => {
    const expected = new Float64Array(packedLength(jointCount))
    for (const [row, value] of values.entries()) {
      const joint = held[row]?.filter((position) => position < jointCount) ?? []
      for (const one of joint) {
        for (const other of joint.filter((position) => position <= one)) {
          const entry = packedIndex(one, other)
          expected[entry] = (expected[entry] ?? 0) + value
        }
      }
    }
    const products = new Float64Array(expected.length)
    bundles.addProducts(products, values, jointCount)
    expect(jointCount).toBeLessThan(design.keys.length)
    expectClose(products, expected)
  })
})
