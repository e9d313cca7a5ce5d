import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { compileConstraints } from './compile-constraints'
import { createPolicyTable, type PolicyTable } from './policy-table'
import { policyWorldArbitrary, satisfies } from './testing/policy-world-arbitrary'

const small = policyWorldArbitrary({ maxSlots: 3, maxAssets: 5, maxPairs: 4 })
const large = policyWorldArbitrary({ maxSlots: 6, maxAssets: 12, maxPairs: 8 })
const worlds = fc.record({
  world: fc.oneof(small, large),
  floor: fc.oneof(
    fc.double({ min: 0.001, max: 0.3, noNaN: true }),
    fc.double({ min: 0.001, max: 1, noNaN: true }),
    fc.constant(1),
  ),
  count: fc.integer({ min: 1, max: 150 }),
  rawWeights: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true })), {
    minLength: 150,
    maxLength: 150,
  }),
  seed: fc.nat(0xffffffff),
})
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

function build({ world, floor, count, rawWeights, seed }: World) {
  const { candidates } = world
  const constraints = compileConstraints(world.constraints, candidates)
  if (!constraints.isFeasible) return null
  const { picks } = constraints.drawRows(count, seed)
  const weights = Float64Array.from(rawWeights.slice(0, count))
  const combinations = { picks, weights }
  const table = createPolicyTable({
    ...{ candidates, combinations, constraints, explorationFloor: floor, seed },
  })
  return { table, constraints }
}

function forEachTable(
  runs: number,
  check: (built: NonNullable<ReturnType<typeof build>>, world: World) => void,
): void {
  let built = 0
  fc.assert(
    fc.property(worlds, (world) => {
      const result = build(world)
      if (!result) return
      built++
      check(result, world)
    }),
    { numRuns: runs },
  )
  expect(built).toBeGreaterThan(runs / 2)
}

const rowOf = ({ picks, slots }: PolicyTable, row: number) =>
  picks.subarray(row * slots.length, (row + 1) * slots.length)

describe('every policy table', () => {
  it('has positive probabilities that sum to 1, over distinct rows that every pair allows', () => {
    forEachTable(300, ({ table }, { world }) => {
      let sum = 0
      const seen = new Set<string>()
      table.probabilities.forEach((probability, row) => {
        expect(probability).toBeGreaterThan(0)
        sum += probability
        expect(satisfies(world, rowOf(table, row))).toBe(true)
        seen.add(rowOf(table, row).join())
      })
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12)
      expect(seen.size).toBe(table.probabilities.length)
    })
  })

  it('has the marginals of its rows', () => {
    forEachTable(200, ({ table }, { world }) => {
      world.candidates.forEach(({ assetIds }, slot) => {
        const sums = assetIds.map(() => 0)
        table.probabilities.forEach((probability, row) => {
          const pick = rowOf(table, row)[slot] ?? 0
          sums[pick] = (sums[pick] ?? 0) + probability
        })
        sums.forEach((sum, asset) => {
          expect(Math.abs((table.marginals[slot]?.[asset] ?? 0) - sum)).toBeLessThan(1e-12)
        })
      })
    })
  })

  it('keeps the floor of every possible asset, and gives nothing to an impossible one', () => {
    forEachTable(400, ({ table, constraints }, { floor }) => {
      constraints.groups.forEach((group) => {
        const open = group.filter((slot) => (constraints.possible[slot]?.length ?? 0) > 1)
        const held = Math.min(floor, 1 / Math.max(1, open.length))
        for (const slot of group) {
          const possible = constraints.possible[slot] ?? new Uint16Array()
          table.marginals[slot]?.forEach((chance, asset) => {
            if (!possible.includes(asset)) expect(chance).toBe(0)
            else expect(chance).toBeGreaterThanOrEqual(held / possible.length - 1e-12)
          })
        }
      })
    })
  })

  it('stays small', () => {
    forEachTable(300, ({ table }) => {
      expect(table.probabilities.length).toBeLessThan(3_000)
    })
  })

  it('is the same from the same arguments', () => {
    forEachTable(60, ({ table }, world) => {
      const again = build(world)?.table
      expect(again?.picks).toEqual(table.picks)
      expect(again?.probabilities).toEqual(table.probabilities)
      expect(again?.marginals).toEqual(table.marginals)
    })
  })

  it('is drawn from as it says', () => {
    forEachTable(25, ({ table }, { seed }) => {
      const random = createRandom(seed)
      const total = 40_000
      const counts = new Float64Array(table.probabilities.length)
      for (let draw = 0; draw < total; draw++) {
        const row = table.sampler.draw(random.next())
        counts[row] = (counts[row] ?? 0) + 1
      }
      // Rows too rare to count are one.
      let chiSquare = 0
      let degrees = -1
      const rest = { count: 0, expected: 0 }
      const add = (count: number, expected: number) => {
        chiSquare += (count - expected) ** 2 / expected
        degrees++
      }
      table.probabilities.forEach((probability, row) => {
        const expected = probability * total
        if (expected >= 5) return add(counts[row] ?? 0, expected)
        rest.count += counts[row] ?? 0
        rest.expected += expected
      })
      if (rest.expected >= 5) add(rest.count, rest.expected)
      // Six standard deviations of a chi-square above its mean.
      expect(chiSquare).toBeLessThan(degrees + 6 * Math.sqrt(2 * degrees) + 12)
    })
  })
})
