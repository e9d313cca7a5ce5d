import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxHolds, type Domains } from './box'
import { type CombinationSelection, createCombinationIndex } from './combination-index'
import { countRows } from './count-rows'
import { listRows, proofWorldArbitrary } from './testing/space-arbitrary'

const selections = fc
  .tuple(proofWorldArbitrary, fc.boolean())
  .map(([{ space, violation }, isAny]): CombinationSelection => {
    const anyOf = isAny && violation.kind === 'boxes' ? violation.boxes : null
    return { domains: space.domains, excluded: space.excluded, anyOf }
  })

function listByHand({ domains, excluded, anyOf = null }: CombinationSelection): string[] {
  return listRows(domains)
    .filter((row) => !excluded.some((box) => boxHolds(box, row)))
    .filter((row) => !anyOf || anyOf.some((box) => boxHolds(box, row)))
    .map((row) => row.join())
}

describe('createCombinationIndex', () => {
  it.each([
    ['by numbers', {}],
    ['by a list, where numbering takes too long', { maxSteps: 0 }],
  ])('holds every combination once, in order, %s', (_, options) => {
    let narrowed = 0
    fc.assert(
      fc.property(selections, (selection) => {
        const expected = listByHand(selection)
        const index = createCombinationIndex(selection, options)
        expect(index.isWhole).toBe(true)
        expect(index.count).toBe(BigInt(expected.length))
        const listed = expected.map((_, rank) => index.at(BigInt(rank)))
        expect(listed.map((row) => row?.join())).toEqual(expected)
        for (const [rank, row] of listed.entries()) {
          expect(row && index.rankOf(row)).toBe(BigInt(rank))
        }
        expect(index.at(BigInt(expected.length))).toBeNull()
        expect(index.at(-1n)).toBeNull()
        const others = listRows(selection.domains).filter((row) => !expected.includes(row.join()))
        for (const row of others) expect(index.rankOf(row)).toBeNull()
        if (others.length > 0 && expected.length > 0) narrowed++
      }),
      { numRuns: 1_500 },
    )
    expect(narrowed).toBeGreaterThan(100)
  })

  it('counts what the proof counts', () => {
    fc.assert(
      fc.property(proofWorldArbitrary, ({ space: { domains, excluded } }) => {
        const { count } = createCombinationIndex({ domains, excluded })
        expect(Number(count)).toBe(countRows(domains, excluded))
      }),
    )
  })

  it('reaches into a million and far more without listing any', () => {
    const domains: Domains = Array.from({ length: 6 }, () => new Uint8Array(10).fill(1))
    const only = (slot: number, asset: number) => ({
      slot,
      assets: Uint8Array.from({ length: 10 }, (_, index) => (index === asset ? 1 : 0)),
    })
    const excluded = [[only(0, 3), only(5, 4)]]
    const index = createCombinationIndex({ domains, excluded })
    expect(index.count).toBe(990_000n)
    expect(index.at(989_999n)?.join()).toBe('9,9,9,9,9,9')
    expect(index.at(123_456n)?.join()).toBe('1,2,3,4,5,6')
    const many = Array.from({ length: 12 }, () => new Uint8Array(200).fill(1))
    expect(createCombinationIndex({ domains: many, excluded: [] }).count).toBe(200n ** 12n)
  })

  it('says that a list is not whole', () => {
    const domains = [new Uint8Array(5).fill(1), new Uint8Array(5).fill(1)]
    const index = createCombinationIndex({ domains, excluded: [] }, { maxSteps: 0, maxListed: 7 })
    expect(index).toMatchObject({ isWhole: false, count: 7n })
    expect(index.at(6n)?.join()).toBe('1,1')
  })

  it('knows boxes that hold everything', () => {
    const domains = [new Uint8Array(2).fill(1)]
    expect(createCombinationIndex({ domains, excluded: [[]] }).count).toBe(0n)
    expect(createCombinationIndex({ domains, excluded: [], anyOf: [[]] }).count).toBe(2n)
    expect(createCombinationIndex({ domains, excluded: [], anyOf: [] }).count).toBe(0n)
  })
})
