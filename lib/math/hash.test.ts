import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveSeed, hashString, mixBits, uniformOf } from './hash'

describe('hashString', () => {
  // Published vectors of MurmurHash3_x86_32 whose byte strings are whole UTF-16 code units.
  it.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['\u4321\u8765', 0, 0xf55b516b],
    ['\u4321\u8765', 0x5082edee, 0x2362f9de],
    ['\u4321', 0, 0xa0f7b07a],
    ['\u0000\u0000', 0, 0x2362f9de],
    ['\u0000', 0, 0x30f4c306],
    ['\u6161\u6161', 0x9747b28c, 0x5a97808a],
    ['\u6161', 0x9747b28c, 0x5d211726],
  ])('agrees with the reference: %j, seed %i', (text, seed, expected) => {
    expect(hashString(text, seed)).toBe(expected)
  })

  it('gives an unsigned 32-bit integer for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, seed) => {
        const hash = hashString(text, seed)
        expect(hash).toBe(hash >>> 0)
        expect(hashString(text, seed)).toBe(hash)
      }),
    )
  })

  it('spreads consecutive keys evenly over buckets', () => {
    const counts = new Array<number>(64).fill(0)
    for (let key = 0; key < 64_000; key++) {
      const bucket = hashString(`visitor-${key}`) % 64
      counts[bucket] = (counts[bucket] ?? 0) + 1
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeLessThan(103.4) // 0.999 quantile at 63 degrees of freedom
  })
})

describe('deriveSeed', () => {
  it('never maps two seeds of one stream to the same seed', () => {
    const seen = new Set<number>()
    for (let seed = 0; seed < 50_000; seed++) seen.add(deriveSeed(seed, 3))
    expect(seen.size).toBe(50_000)
    expect(mixBits(0)).toBe(0)
  })

  it('makes streams that do not correlate', () => {
    let both = 0
    const rounds = 100_000
    for (let seed = 0; seed < rounds; seed++) {
      if (uniformOf(seed, 1) < 0.5 && uniformOf(seed, 2) < 0.5) both++
    }
    expect(Math.abs(both / rounds - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / rounds))
  })
})
