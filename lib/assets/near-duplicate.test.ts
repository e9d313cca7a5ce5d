import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceHash, HASHED_PICTURE, hammingDistance } from './near-duplicate'

const points = HASHED_PICTURE.widthPx * HASHED_PICTURE.heightPx
const brightness = fc.array(fc.integer({ min: 0, max: 120 }), {
  minLength: points,
  maxLength: points,
})
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })

describe('differenceHash', () => {
  it('has a bit for each point that is brighter than the next, the first one highest', () => {
    const falling = Array.from({ length: points }, (_, index) => 200 - 20 * (index % 9))
    expect(differenceHash(falling)).toBe(-1n)
    const oneFall = Array.from({ length: points }, (_, index) => (index === 0 ? 90 : index % 9))
    expect(differenceHash(oneFall)).toBe(BigInt.asIntN(64, 1n << 63n))
  })

  it('stays the same when a picture is made brighter or given more contrast', () => {
    fc.assert(
      fc.property(brightness, fc.integer({ min: 1, max: 2 }), (values, gain) => {
        const hash = differenceHash(values)
        fc.pre(hash !== null)
        expect(differenceHash(values.map((value) => value * gain + 10))).toBe(hash)
      }),
    )
  })

  it('fits in 64 bits with a sign, and gives no hash to a flat picture', () => {
    fc.assert(
      fc.property(brightness, (values) => {
        const hash = differenceHash(values) ?? 0n
        expect(BigInt.asIntN(64, hash)).toBe(hash)
      }),
    )
    expect(differenceHash(Array.from({ length: points }, () => 77))).toBeNull()
  })
})

describe('hammingDistance', () => {
  it('counts the bits that were turned over', () => {
    fc.assert(
      fc.property(int64, fc.uniqueArray(fc.integer({ min: 0, max: 63 })), (hash, bits) => {
        const other = bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), hash)
        expect(hammingDistance(hash, BigInt.asIntN(64, other))).toBe(bits.length)
      }),
    )
  })
})
