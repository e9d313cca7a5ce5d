import { describe, expect, it } from 'vitest'
import { compileConstraints } from './compile-constraints'
import { createPolicyTable } from './policy-table'
import type { SlotCandidates } from './policy'

const slotOf = (slot: string, count: number, weights: number[] = []): SlotCandidates => ({
  slot,
  assetIds: Array.from({ length: count }, (_, asset) => `${slot}${asset}`),
  weights: Array.from({ length: count }, (_, asset) => weights[asset] ?? 1),
})

function build(
  candidates: SlotCandidates[],
  picks: number[],
  weights: number[],
  explorationFloor: number,
  pairs: Parameters<typeof compileConstraints>[0] = [],
) {
  const combinations = { picks: Uint16Array.from(picks), weights: Float64Array.from(weights) }
  const constraints = compileConstraints(pairs, candidates)
  return createPolicyTable({
    ...{ candidates, combinations, explorationFloor, constraints, seed: 1 },
  })
}

const listed = (values: ArrayLike<number> | undefined) => Array.from(values ?? [])

describe('createPolicyTable', () => {
  it('merges, multiplies by the weights of preferences, and floors: by hand', () => {
    const candidates = [slotOf('a', 2, [1, 3]), slotOf('b', 2)]
    // (0,0) twice: 2 × 1; (1,1): 2 × 3.
    const table = build(candidates, [0, 0, 1, 1, 0, 0], [1, 2, 1], 0.2)
    // Bent: a quarter and three quarters; then each slot keeps its own with 0.9, else the other.
    const expected: [number, number, number][] = [
      [0, 0, 0.25 * 0.81 + 0.75 * 0.01],
      [0, 1, 0.09],
      [1, 0, 0.09],
      [1, 1, 0.75 * 0.81 + 0.25 * 0.01],
    ]
    expect(table.probabilities).toHaveLength(4)
    for (const [first, second, probability] of expected) {
      const row = listed(table.probabilities).findIndex(
        (_, index) => table.picks[index * 2] === first && table.picks[index * 2 + 1] === second,
      )
      expect(table.probabilities[row]).toBeCloseTo(probability, 14)
    }
    expect(table.marginals[0]?.[1]).toBeCloseTo(0.8 * 0.75 + 0.1, 14)
  })

  it('changes nothing without a floor', () => {
    const table = build([slotOf('a', 3), slotOf('b', 2)], [2, 1, 0, 0], [3, 1], 0)
    expect(listed(table.picks)).toEqual([2, 1, 0, 0])
    expect(table.probabilities[0]).toBeCloseTo(0.75, 14)
    expect(table.probabilities).toHaveLength(2)
  })

  it('explores a slot of a million combinations as if it were alone', () => {
    const candidates = Array.from({ length: 6 }, (_, slot) => slotOf(`s${slot}`, 10))
    const table = build(candidates, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], [3, 1], 0.1)
    for (const marginal of table.marginals) {
      expect(marginal[0]).toBeCloseTo(0.9 * 0.75 + 0.01, 12)
      expect(marginal[1]).toBeCloseTo(0.9 * 0.25 + 0.01, 12)
      for (const chance of marginal.slice(2)) expect(chance).toBeCloseTo(0.01, 12)
    }
    // Slots take turns: the unexplored rest keeps all that six tenths leave over, and a bit.
    const best = Math.max(...table.probabilities)
    expect(best).toBeGreaterThanOrEqual(0.4 * 0.75)
    expect(best).toBeLessThan(0.5 * 0.75 + 0.06)
    expect(table.probabilities.length).toBeLessThan(200)
  })

  it('mends what an explored asset is tied to by what is likeliest', () => {
    const candidates = Array.from({ length: 4 }, (_, slot) => slotOf(`s${slot}`, 10))
    const pair = {
      kind: 'never' as const,
      first: { slot: 's0', assetId: 's03' },
      second: { slot: 's1', assetId: 's10' },
    }
    const rows = [0, 0, 0, 0, 0, 7, 0, 0]
    const table = build(candidates, rows, [4, 1], 0.1, [pair])
    for (let row = 0; row < table.probabilities.length; row++) {
      if (table.picks[row * 4] !== 3) continue
      expect(table.picks[row * 4 + 1]).not.toBe(0)
    }
    const share = listed(table.probabilities).reduce(
      (sum, probability, row) =>
        table.picks[row * 4] === 3 && table.picks[row * 4 + 1] === 7 ? sum + probability : sum,
      0,
    )
    expect(share).toBeCloseTo(0.01, 12)
  })

  it('takes weights that are all zero for equal, and endures weights of any size', () => {
    const even = build([slotOf('a', 2)], [0, 1], [0, 0], 0)
    expect(listed(even.probabilities)).toEqual([0.5, 0.5])
    const huge = build(
      [slotOf('a', 2, [1e100, 1e100]), slotOf('b', 1, [1e100])],
      [0, 0, 1, 0],
      [1e300, 1e300],
      0,
    )
    expect(listed(huge.probabilities)).toEqual([0.5, 0.5])
  })

  const pair = {
    kind: 'never' as const,
    first: { slot: 'a', assetId: 'a0' },
    second: { slot: 'b', assetId: 'b0' },
  }
  it.each<[string, number[], number[], number]>([
    ['no combination', [], [], 0.1],
    ['weights that are missing', [0, 1], [], 0.1],
    ['half a combination', [0, 1, 1], [1], 0.1],
    ['an asset that is not there', [0, 2], [1], 0.1],
    ['a forbidden combination', [0, 0], [1], 0.1],
    ['a negative weight', [0, 1], [-1], 0.1],
    ['a weight of NaN', [0, 1], [Number.NaN], 0.1],
    ['an infinite weight', [0, 1], [Infinity], 0.1],
    ['a floor above 1', [0, 1], [1], 1.1],
    ['a floor of NaN', [0, 1], [1], Number.NaN],
  ])('refuses %s', (_, picks, weights, floor) => {
    const candidates = [slotOf('a', 2), slotOf('b', 2)]
    expect(() => build(candidates, picks, weights, floor, [pair])).toThrow(RangeError)
  })
})
