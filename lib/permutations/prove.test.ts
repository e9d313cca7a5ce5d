import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countReachable, prove } from './prove'
import { listReachable, listRows, proofWorldArbitrary, violates } from './testing/space-arbitrary'
import type { Space } from './space'
import type { Violation } from './prove'
import type { Row } from './box'

// Comparing with every combination of every space takes its time where others keep the cores busy.
describe('prove', { timeout: 60_000 }, () => {
  it('agrees with looking at every combination of thousands of small spaces', () => {
    const seen = { holds: 0, violated: 0, onlyBenchmark: 0, all: 0, pair: 0 }
    fc.assert(
      fc.property(proofWorldArbitrary, ({ space, violation }) => {
        const reachable = listReachable(space)
        const violating = reachable.filter((row) => violates(violation, row))
        expect(countReachable(space)).toBe(reachable.length)
        const proof = prove(space, violation)
        if (proof.state === 'undecided') throw new Error('So small a space can be decided.')
        seen[proof.state]++
        expect(proof.state).toBe(violating.length === 0 ? 'holds' : 'violated')
        if (proof.state === 'holds') return
        expect(proof.count).toBe(violating.length)
        const { row, slots, isBenchmark } = proof.witness
        const keys = violating.map((one) => one.join())
        expect(keys).toContain(row.join())
        const drawn = listReachable({ ...space, benchmark: null })
        expect(isBenchmark).toBe(!drawn.some((one) => violates(violation, one)))
        if (isBenchmark) seen.onlyBenchmark++
        else {
          expect(isEnough(space, violation, slots, row)).toBe(true)
          expect(slots.length).toBe(fewestElements(space, violation))
          if (slots.length === 0) seen.all++
          if (slots.length === 2) seen.pair++
        }
      }),
      { numRuns: 3_000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3)
  })
})

/** Whether the elements violate it whatever the other slots show, pairs or not. */
function isEnough({ domains }: Space, violation: Violation, slots: readonly number[], row: Row) {
  return listRows(domains)
    .filter((other) => slots.every((slot) => other[slot] === row[slot]))
    .every((other) => violates(violation, other))
}

function fewestElements(space: Space, violation: Violation): number {
  const rows = listReachable({ ...space, benchmark: null })
  const sizes = rows.flatMap((row) =>
    Array.from({ length: 1 << row.length }, (_, bits) =>
      [...row.keys()].filter((slot) => (bits >> slot) & 1),
    )
      .filter((slots) => isEnough(space, violation, slots, row))
      .map((slots) => slots.length),
  )
  return Math.min(...sizes)
}
