import { describe, expect, it } from 'vitest'
import { packedIndex, packedLength } from '@/lib/math/symmetric-matrix'
import { createRandom } from '@/lib/math/random'
import { CellProducts } from './cell-products'
import { buildDesignMatrix } from './design-matrix'

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

describe('products of large batches', () => {
  it('equal the sum over the rows, weights that are held alone left out', () => {
    const design = buildDesign(false)
    const random = createRandom(8)
    // Every third interaction is held alone: its position lies behind those of the joint weights.
    const firstInteraction = design.blocks[FEATURES.length + SLOTS.length + 1]?.from ?? 0
    const isAlone = design.keys.map((_, index) => index > firstInteraction && index % 3 === 0)
    const order = [...design.keys.keys()].sort((a, b) => Number(isAlone[a]) - Number(isAlone[b]))
    const positions = Int32Array.from(design.keys, (_, index) => order.indexOf(index))
    const jointCount = isAlone.filter((alone) => !alone).length
    const blocks = design.blocks.map(({ rows }) =>
      rows.map((index) => (index < 0 ? -1 : (positions[index] ?? -1))),
    )
    const values = Float64Array.from({ length: design.rowCount }, () => random.next())

    const expected = new Float64Array(packedLength(jointCount))
    for (let row = 0; row < design.rowCount; row++) {
      const held = blocks
        .map((block) => block[row] ?? -1)
        .filter((position) => position >= 0 && position < jointCount)
      for (const one of held) {
        for (const other of held) {
          if (other > one) continue
          const entry = packedIndex(one, other)
          expected[entry] = (expected[entry] ?? 0) + (values[row] ?? 0)
        }
      }
    }
    const products = new Float64Array(expected.length)
    const byCell = CellProducts.of(
      design,
      blocks,
      design.blocks.map(() => true),
    )
    byCell?.addTo(products, values, jointCount)

    expect(jointCount).toBeLessThan(design.keys.length)
    expect(byCell).not.toBeNull()
    for (const [entry, value] of products.entries())
      expect(value).toBeCloseTo(expected[entry] ?? NaN, 9)
  })

  it('are left to the rows where pairs of assets are held jointly', () => {
    const design = buildDesign(true)
    const blocks = design.blocks.map(({ rows }) => rows)
    const isPair = design.blocks.map(({ slots }) => slots.length > 1)
    expect(
      CellProducts.of(
        design,
        blocks,
        isPair.map(() => true),
      ),
    ).toBeNull()
    expect(
      CellProducts.of(
        design,
        blocks,
        isPair.map((pair) => !pair),
      ),
    ).not.toBeNull()
  })
})
