import { expect, it } from 'vitest'
import { Exposures } from './exposures'

it('counts an impression by what should have come of it, and in the end exactly once', () => {
  const exposures = new Exposures(100)
  const none = new Map<number, number>()
  const first = exposures.grow(new Map([[7, 50]]), 0, 100).get(7) ?? 0
  expect(first).toBeCloseTo(50 * (1 - Math.exp(-1)), 9)
  let total = first
  for (let round = 200; round <= 2000; round += 100) {
    const grown = exposures.grow(none, round, round).get(7) ?? 0
    expect(grown).toBeGreaterThanOrEqual(0)
    total += grown
  }
  expect(total).toBeCloseTo(50, 9)
})
