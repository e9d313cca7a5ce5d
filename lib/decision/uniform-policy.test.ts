import { describe, expect, it } from 'vitest'
import type { Constraint } from './constraint'
import { createUniformPolicy } from './uniform-policy'

const candidatesOf = (slots: number, assets: number, preferred = 1) =>
  Array.from({ length: slots }, (_, slot) => ({
    slot: `s${slot}`,
    assetIds: Array.from({ length: assets }, (_asset, asset) => `${slot}-${asset}`),
    weights: Array.from({ length: assets }, (_asset, asset) => (asset === 1 ? preferred : 1)),
  }))
const pair = (kind: Constraint['kind'], first: string, second: string): Constraint => ({
  kind,
  first: { slot: `s${first[0]}`, assetId: first },
  second: { slot: `s${second[0]}`, assetId: second },
})
const tableOf = (candidates: ReturnType<typeof candidatesOf>, constraints: Constraint[] = []) => {
  const table = createUniformPolicy({ explorationFloor: 0.1, constraints }).tableOf({}, candidates)
  if (!table) throw new Error('There are combinations.')
  return table
}

describe('createUniformPolicy', () => {
  it('gives each of few combinations the same chance', () => {
    const { probabilities } = tableOf(candidatesOf(3, 4))
    expect(probabilities).toHaveLength(64)
    for (const probability of probabilities) expect(probability).toBeCloseTo(1 / 64, 14)
  })

  it('gives each asset the same chance where combinations are many, in varied company', () => {
    const { marginals, picks, probabilities } = tableOf(candidatesOf(6, 10))
    for (const chance of marginals.flatMap((marginal) => [...marginal])) {
      expect(chance).toBeCloseTo(0.1, 12)
    }
    expect(probabilities.length).toBeLessThan(1_500)
    const pairs = new Set(
      Array.from(probabilities, (_, row) => picks.subarray(row * 6, row * 6 + 2).join()),
    )
    expect(pairs.size).toBeGreaterThan(95)
  })

  it('multiplies preferences and floors, exactly, few or many', () => {
    for (const [slots, assets] of [
      [2, 5],
      [6, 5],
    ] as const) {
      for (const marginal of tableOf(candidatesOf(slots, assets, 4)).marginals) {
        expect(marginal[1]).toBeCloseTo((0.9 * 4) / 8 + 0.02, 12)
        expect(marginal[0]).toBeCloseTo(0.9 / 8 + 0.02, 12)
      }
    }
  })

  const isAllowed = (picks: Uint16Array, row: number) => {
    const [a, b, c, d] = picks.subarray(row * 6)
    return !(a === 0 && b === 0) && (c === 0) === (d === 0)
  }
  const pairs = [pair('never', '0-0', '1-0'), pair('together', '2-0', '3-0')]

  it('is as exact beside pairs: even within tied slots, and where nothing is tied', () => {
    const { marginals, picks, probabilities } = tableOf(candidatesOf(6, 10), pairs)
    for (const row of probabilities.keys()) expect(isAllowed(picks, row)).toBe(true)
    for (const chance of [...(marginals[4] ?? []), ...(marginals[5] ?? [])]) {
      expect(chance).toBeCloseTo(0.1, 12)
    }
    // 99 combinations of the first two slots, 9 with the first asset. A tenth of the time their
    // first slot explores; a tenth of it the second, which drives that asset out once in ten.
    expect(marginals[0]?.[0]).toBeCloseTo(0.8 * (9 / 99) + 0.01 + 0.1 * 0.9 * (9 / 99), 12)
    // 82 of the third and fourth: one holds the two that go together.
    expect(marginals[2]?.[0]).toBeCloseTo(marginals[3]?.[0] ?? 0, 12)
    expect(marginals[2]?.[0]).toBeCloseTo(0.8 / 82 + 2 * 0.01, 12)
  })

  it('stays near it where tied slots have more combinations than are listed', () => {
    const { marginals, picks, probabilities } = tableOf(candidatesOf(6, 30), pairs)
    expect(probabilities.length).toBeLessThan(3_000)
    for (const row of probabilities.keys()) expect(isAllowed(picks, row)).toBe(true)
    for (const chance of marginals.flatMap((marginal) => [...marginal])) {
      expect(chance).toBeGreaterThanOrEqual(0.1 / 30 - 1e-12)
      expect(chance).toBeLessThan(2 / 30)
    }
  })

  it('says when nothing is allowed', () => {
    const none = createUniformPolicy({
      explorationFloor: 0.1,
      constraints: [pair('together', '0-0', '1-9')],
    })
    expect(none.tableOf({}, candidatesOf(2, 1))).toBeNull()
  })

  it('remembers its tables, by identity and by name', () => {
    const policy = createUniformPolicy({ explorationFloor: 0.1, constraints: [] })
    const candidates = candidatesOf(3, 3)
    const table = policy.tableOf({}, candidates)
    expect(policy.tableOf({ device: 'mobile' }, candidates)).toBe(table)
    expect(policy.tableOf({}, structuredClone(candidates))).toBe(table)
    expect(policy.tableOf({}, candidatesOf(3, 3, 2))).not.toBe(table)
  })
})
