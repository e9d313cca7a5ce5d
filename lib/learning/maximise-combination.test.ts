import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileConstraints } from '@/lib/decision/compile-constraints'
import type { Constraint } from '@/lib/decision/constraint'
import { createRandom } from '@/lib/math/random'
import type { CellBelief, Gaussians } from './cell-belief'
import { CombinationValues } from './combination-values'
import { createMaximiser } from './maximise-combination'

function makeBelief(sizes: readonly number[], pairSize: number, seed: number): CellBelief {
  const random = createRandom(seed)
  const gaussians = (count: number, size: number): Gaussians => ({
    means: Float64Array.from({ length: count }, () => size * random.nextGaussian()),
    deviations: new Float64Array(count).fill(size),
  })
  return {
    slots: sizes.map((count) => gaussians(count, 1)),
    pairs: sizes.flatMap((count, first) =>
      sizes.slice(first + 1).map((width, offset) => ({
        ...gaussians(count * width, pairSize),
        ...{ first, second: first + 1 + offset, width },
      })),
    ),
  }
}

const candidatesOf = (sizes: readonly number[]) =>
  sizes.map((count, slot) => ({
    slot: `s${slot}`,
    assetIds: Array.from({ length: count }, (_, asset) => `a${asset}`),
    weights: Array.from({ length: count }, () => 1),
  }))

/** The best allowed value by looking at all combinations, which are few. */
function bestByForce(
  sizes: readonly number[],
  constraints: readonly Constraint[],
  values: CombinationValues,
) {
  const rows = compileConstraints(constraints, candidatesOf(sizes)).listRows(1e6)
  let best = -Infinity
  for (let row = 0; rows && row < rows.count; row++) {
    best = Math.max(best, values.valueOf(rows.picks, row * sizes.length))
  }
  return best
}

describe('createMaximiser', () => {
  it('finds the best of few combinations, within the constraints', () => {
    const never: Constraint = {
      kind: 'never',
      first: { slot: 's0', assetId: 'a0' },
      second: { slot: 's1', assetId: 'a0' },
    }
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, isConstrained) => {
        const sizes = [3, 4, 2]
        const constraints = isConstrained ? [never] : []
        const compiled = compileConstraints(constraints, candidatesOf(sizes))
        const values = new CombinationValues(makeBelief(sizes, 0.5, seed))
        values.draw(1, createRandom(seed))
        const picks = new Uint16Array(3)
        createMaximiser(compiled, seed)(values, picks)
        expect(compiled.isAllowedRow(picks)).toBe(true)
        expect(values.valueOf(picks)).toBeCloseTo(bestByForce(sizes, constraints, values), 9)
      }),
    )
  })

  it('climbs to the best of 10,000 combinations or very near it', () => {
    const sizes = [10, 10, 10, 10]
    const compiled = compileConstraints([], candidatesOf(sizes))
    const maximise = createMaximiser(compiled, 1)
    let found = 0
    let lost = 0
    const worlds = 60
    for (let world = 0; world < worlds; world++) {
      const values = new CombinationValues(makeBelief(sizes, 0.4, world))
      values.draw(0, createRandom(0))
      const picks = new Uint16Array(4)
      maximise(values, picks)
      const gap = bestByForce(sizes, [], values) - values.valueOf(picks)
      if (gap < 1e-9) found += 1
      lost += gap
    }
    expect(found).toBeGreaterThan(0.75 * worlds)
    expect(lost / worlds).toBeLessThan(0.1)
  })

  it('moves assets that go together together', () => {
    const sizes = [10, 10, 10, 10]
    const together: Constraint = {
      kind: 'together',
      first: { slot: 's0', assetId: 'a3' },
      second: { slot: 's2', assetId: 'a5' },
    }
    const compiled = compileConstraints([together], candidatesOf(sizes))
    const belief = makeBelief(sizes, 0.1, 7)
    // The two are worth much, but only together.
    belief.slots[0]?.means.set([3], 3)
    belief.slots[2]?.means.set([9], 5)
    const values = new CombinationValues(belief)
    values.draw(0, createRandom(0))
    const picks = new Uint16Array(4)
    createMaximiser(compiled, 3)(values, picks)
    expect(picks[0]).toBe(3)
    expect(picks[2]).toBe(5)
  })
})
