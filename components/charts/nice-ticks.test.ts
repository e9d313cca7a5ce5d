import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { niceTicks } from './nice-ticks'

describe('niceTicks', () => {
  it.each([
    [0, 0.0208, [0, 0.005, 0.01, 0.015, 0.02, 0.025]],
    [-0.11, 0.2, [-0.2, -0.1, 0, 0.1, 0.2]],
    [0, 97, [0, 20, 40, 60, 80, 100]],
    [3, 3, [3, 4]],
  ])('from %d to %d', (low, high, ticks) => {
    expect(niceTicks(low, high)).toEqual(ticks)
  })

  it('takes in both ends, in order, with few ticks', () => {
    const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(numbers, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, span) => {
        const ticks = niceTicks(low, low + span)
        const slack = 1e-6 * (Math.abs(low) + span)
        expect(ticks[0]).toBeLessThanOrEqual(low + slack)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - slack)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
      }),
    )
  })
})
