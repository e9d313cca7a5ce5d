import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newcombeInterval, ratioInterval, wilsonInterval } from './intervals'

const proportion = fc
  .integer({ min: 0, max: 100_000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))

describe('intervals', () => {
  it("gives Newcombe's published difference of 56/70 and 48/80", () => {
    const { lower, upper } = newcombeInterval({ k: 56, n: 70 }, { k: 48, n: 80 })
    expect(lower).toBeCloseTo(0.0524, 4)
    expect(upper).toBeCloseTo(0.3339, 4)
  })

  it("gives SciPy's Katz interval of a relative risk", () => {
    const { lower, upper } = ratioInterval({ k: 30, n: 1000 }, { k: 20, n: 1100 })
    expect(lower).toBeCloseTo(0.9431790611779296, 10)
    expect(upper).toBeCloseTo(2.886514461633498, 10)
  })

  it('holds the observed rate within [0, 1]', () => {
    fc.assert(
      fc.property(proportion, (counts) => {
        const { lower, upper } = wilsonInterval(counts)
        const rate = counts.n === 0 ? 0.5 : counts.k / counts.n
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(rate)
        expect(upper).toBeGreaterThanOrEqual(rate)
      }),
    )
  })

  it('turns around when the arms change places', () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const there = newcombeInterval(a, b)
        const back = newcombeInterval(b, a)
        expect(there.lower).toBeCloseTo(-back.upper, 10)
        const ratio = ratioInterval(a, b)
        expect(ratio.lower).toBeLessThanOrEqual(ratio.upper)
        expect(ratio.lower).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('covers the true rate about as often as it says', () => {
    // Exact binomial coverage at n = 200, p = 0.03.
    let chance = 0.97 ** 200
    let covered = 0
    for (let k = 0; k <= 200; k++) {
      const { lower, upper } = wilsonInterval({ n: 200, k })
      if (lower <= 0.03 && 0.03 <= upper) covered += chance
      chance *= ((200 - k) / (k + 1)) * (0.03 / 0.97)
    }
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.98)
  })

  it('refuses what is no proportion', () => {
    expect(() => wilsonInterval({ n: 1, k: 2 })).toThrow(RangeError)
    expect(() => ratioInterval({ n: NaN, k: 0 }, { n: 1, k: 1 })).toThrow(RangeError)
  })
})
