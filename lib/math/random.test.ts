import { describe, expect, it } from 'vitest'
import { createRandom } from './random'

/** PractRand's sfc32 written out with 64-bit integers, as a second opinion on the wrapping. */
function referenceSfc32(state: [bigint, bigint, bigint, bigint]): bigint {
  const mask = 0xffffffffn
  const [a, b, c, counter] = state
  const result = (a + b + counter) & mask
  state[3] = (counter + 1n) & mask
  state[0] = b ^ (b >> 9n)
  state[1] = (c + ((c << 3n) & mask)) & mask
  state[2] = ((((c << 21n) & mask) | (c >> 11n)) + result) & mask
  return result
}

describe('createRandom', () => {
  it('steps like the reference generator', () => {
    const random = createRandom(42)
    const internal = random as unknown as Record<'a' | 'b' | 'c' | 'counter', number>
    const state: [bigint, bigint, bigint, bigint] = [
      BigInt(internal.a >>> 0),
      BigInt(internal.b >>> 0),
      BigInt(internal.c >>> 0),
      BigInt(internal.counter >>> 0),
    ]
    for (let step = 0; step < 1000; step++) {
      expect(BigInt(random.nextUint32())).toBe(referenceSfc32(state))
    }
  })

  it('repeats itself for a seed and differs between seeds', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed)
      return [random.next(), random.nextGaussian(), random.nextGaussian(), random.next()]
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('is uniform within a stream and across the first draws of consecutive seeds', () => {
    const random = createRandom(1)
    for (const draw of [() => random.next(), (seed: number) => createRandom(seed).next()]) {
      const counts = new Array<number>(100).fill(0)
      for (let index = 0; index < 100_000; index++) {
        const bucket = Math.floor(draw(index) * 100)
        counts[bucket] = (counts[bucket] ?? 0) + 1
      }
      expect(counts).toHaveLength(100) // nothing fell outside [0, 1)
      const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
      expect(chiSquare).toBeLessThan(149) // 0.999 quantile at 99 degrees of freedom
    }
  })

  it('draws standard normal numbers', () => {
    const random = createRandom(5)
    const count = 100_000
    let sum = 0
    let squares = 0
    let beyondTwo = 0
    for (let index = 0; index < count; index++) {
      const value = random.nextGaussian()
      sum += value
      squares += value * value
      if (Math.abs(value) > 1.959964) beyondTwo++
    }
    expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count))
    expect(Math.abs(squares / count - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
    expect(Math.abs(beyondTwo / count - 0.05)).toBeLessThan(4 * Math.sqrt(0.0475 / count))
  })
})
