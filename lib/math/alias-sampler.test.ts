import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAliasSampler } from './alias-sampler'
import { createRandom } from './random'

describe('createAliasSampler', () => {
  it('selects every index over exactly its share of the unit interval', () => {
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 20 }), (weights) => {
        fc.pre(weights.some((value) => value > 0))
        const { draw } = createAliasSampler(weights)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const steps = 20_000
        const counts = weights.map(() => 0)
        for (let step = 0; step < steps; step++) {
          const index = draw((step + 0.5) / steps)
          counts[index] = (counts[index] ?? 0) + 1
        }
        weights.forEach((weight, index) => {
          // Each of the n columns is cut at one point, so each can be off by one grid step.
          const tolerance = (2 * weights.length) / steps
          expect(Math.abs((counts[index] ?? 0) / steps - weight / total)).toBeLessThan(tolerance)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('never draws an index of weight zero', () => {
    const sampler = createAliasSampler([0, 1, 0, 3, 0])
    const random = createRandom(3)
    const drawn = new Set(Array.from({ length: 10_000 }, () => sampler.draw(random.next())))
    expect([...drawn].sort()).toEqual([1, 3])
  })

  it.each([[[]], [[0, 0]], [[-1, 2]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
    'refuses %j',
    (weights) => {
      expect(() => createAliasSampler(weights)).toThrow(RangeError)
    },
  )
})
