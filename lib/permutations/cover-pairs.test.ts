import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverPairs } from './cover-pairs'
import type { Row } from './box'
import { listReachable, proofWorldArbitrary } from './testing/space-arbitrary'

/** Every two elements of a combination; of a single slot, its element. */
function pairsOf(row: Row): string[] {
  if (row.length === 1) return [row.join()]
  return [...row.keys()].flatMap((one) =>
    [...row.keys()].slice(one + 1).map((other) => `${one}:${row[one]} ${other}:${row[other]}`),
  )
}

describe('coverPairs', () => {
  it('holds every pair that any combination holds, in combinations that are reachable', () => {
    let fewer = 0
    fc.assert(
      fc.property(proofWorldArbitrary, ({ space }) => {
        const reachable = listReachable({ ...space, benchmark: null })
        const { rows, coveredPairs, isComplete } = coverPairs(space.domains, space.excluded, 1_000)
        expect(isComplete).toBe(true)
        const names = new Set(reachable.map((row) => row.join()))
        for (const row of rows) expect(names).toContain(row.join())
        const expected = new Set(reachable.flatMap(pairsOf))
        expect(new Set(rows.flatMap(pairsOf))).toEqual(expected)
        expect(coveredPairs).toBe(expected.size)
        expect(new Set(rows.map((row) => row.join())).size).toBe(rows.length)
        if (rows.length < reachable.length) fewer++
      }),
      { numRuns: 2_000 },
    )
    expect(fewer).toBeGreaterThan(20)
  })

  it('takes few of a million', () => {
    const domains = Array.from({ length: 6 }, () => new Uint8Array(10).fill(1))
    const { rows, coveredPairs } = coverPairs(domains, [], 1_000)
    expect(coveredPairs).toBe(15 * 100)
    expect(rows.length).toBeGreaterThanOrEqual(100)
    expect(rows.length).toBeLessThan(200)
  })

  it('says when there was no room for all', () => {
    const domains = [new Uint8Array(4).fill(1), new Uint8Array(4).fill(1)]
    expect(coverPairs(domains, [], 3)).toMatchObject({ isComplete: false, coveredPairs: 3 })
  })
})
