import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileConstraints, type Rows } from './compile-constraints'
import { UNSET } from './constraint-ties'
import { listProduct, policyWorldArbitrary, satisfies } from './testing/policy-world-arbitrary'

const worlds = policyWorldArbitrary({ maxSlots: 4, maxAssets: 4, maxPairs: 6 })
const rowsOf = ({ count, picks }: Rows, width: number) =>
  Array.from({ length: count }, (_, row) => [...picks.subarray(row * width, (row + 1) * width)])

describe('compileConstraints', () => {
  it('allows exactly what every constraint allows', () => {
    let infeasible = 0
    fc.assert(
      fc.property(worlds, (world) => {
        const { candidates } = world
        const compiled = compileConstraints(world.constraints, candidates)
        const allowed = listProduct(candidates).filter((picks) => satisfies(world, picks))
        const listed = compiled.listRows(1_000)
        expect(listed && rowsOf(listed, candidates.length)).toEqual(allowed)
        expect(compiled.isFeasible).toBe(allowed.length > 0)
        expect(compiled.count()).toBe(allowed.length)
        if (compiled.isFeasible)
          expect(compiled.possible.map((assets) => [...assets])).toEqual(
            candidates.map(({ assetIds }, slot) =>
              assetIds.flatMap((_, asset) =>
                allowed.some((picks) => picks[slot] === asset) ? [asset] : [],
              ),
            ),
          )
        for (const picks of listProduct(candidates)) {
          expect(compiled.isAllowedRow(picks)).toBe(satisfies(world, picks))
        }
        if (allowed.length > 0) expect(compiled.listRows(allowed.length - 1)).toBeNull()
        else infeasible++
      }),
      { numRuns: 300 },
    )
    expect(infeasible).toBeGreaterThan(0)
  })

  it('places an asset wherever a combination holds it, and otherwise changes nothing', () => {
    const some = fc.tuple(worlds, fc.nat(), fc.nat(), fc.nat())
    fc.assert(
      fc.property(some, ([world, row, slotSeed, assetSeed]) => {
        const { candidates, constraints } = world
        const compiled = compileConstraints(constraints, candidates)
        const all = listProduct(candidates)
        const before = all[row % all.length] ?? []
        const slot = slotSeed % candidates.length
        const asset = assetSeed % (candidates[slot]?.assetIds.length ?? 1)
        const picks = Uint16Array.from(before)
        const isPossible = compiled.possible[slot]?.includes(asset) ?? false
        expect(compiled.place(picks, slot, asset)).toBe(isPossible)
        if (!isPossible) expect([...picks]).toEqual(before)
        else expect(picks[slot]).toBe(asset)
        // What is not tied to the slot stays as it was; a good row stays good.
        const group = compiled.groups.find((one) => one.includes(slot)) ?? []
        for (const other of before.keys()) {
          if (!group.includes(other)) expect(picks[other]).toBe(before[other])
        }
        if (compiled.isAllowedRow(before)) expect(compiled.isAllowedRow(picks)).toBe(true)
        const mended = Uint16Array.from(before)
        expect(compiled.repair(mended)).toBe(compiled.isFeasible)
        if (compiled.isFeasible) expect(compiled.isAllowedRow(mended)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('draws seeded rows that are allowed', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, seed) => {
        const compiled = compileConstraints(world.constraints, world.candidates)
        const drawn = compiled.drawRows(20, seed)
        expect(drawn.count).toBe(compiled.isFeasible ? 20 : 0)
        for (const row of rowsOf(drawn, world.candidates.length)) {
          expect(satisfies(world, row)).toBe(true)
        }
        expect(compiled.drawRows(20, seed)).toEqual(drawn)
      }),
      { numRuns: 100 },
    )
  })

  it('leaves slots open that nothing is picked for', () => {
    const candidates = ['s0', 's1'].map((slot) => ({
      ...{ slot, assetIds: [`${slot}a`, `${slot}b`], weights: [1, 1] },
    }))
    const compiled = compileConstraints(
      [
        {
          kind: 'together',
          first: { slot: 's0', assetId: 's0a' },
          second: { slot: 's1', assetId: 's1a' },
        },
      ],
      candidates,
    )
    expect(compiled.isAllowed([UNSET, UNSET], 0, 0)).toBe(true)
    expect(compiled.isAllowed([UNSET, 1], 0, 0)).toBe(false)
    expect(compiled.isAllowed([UNSET, 1], 0, 1)).toBe(true)
    expect(compiled.isAllowed([UNSET, 1], 0, 2)).toBe(false)
    const picks = Uint16Array.of(UNSET, UNSET)
    expect(compiled.place(picks, 0, 0)).toBe(true)
    expect([...picks]).toEqual([0, 0])
    expect(compiled.groups).toEqual([[0, 1]])
  })

  it('has nothing to allow in a slot without assets', () => {
    const candidates = [{ slot: 's0', assetIds: [], weights: [] }]
    expect(compileConstraints([], candidates).isFeasible).toBe(false)
    expect(compileConstraints([], []).listRows(5)).toEqual({ count: 1, picks: new Uint16Array() })
  })
})
