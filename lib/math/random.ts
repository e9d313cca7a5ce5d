import { mixBits } from './hash'

/** A seeded generator: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next(): number
  /** Uniform unsigned 32-bit integer. */
  nextUint32(): number
  /** Standard normal (mean 0, variance 1), by Marsaglia's polar method. */
  nextGaussian(): number
}

/**
 * The sfc32 generator (Chris Doty-Humphrey, PractRand 0.94; period at least 2^32, about 2^127 on
 * average). Any number is taken as a seed, by its lowest 32 bits.
 */
export function createRandom(seed: number): Random {
  return new Sfc32(seed)
}

class Sfc32 implements Random {
  private a: number
  private b: number
  private c: number
  private counter = 1
  private spareGaussian = Number.NaN

  constructor(seed: number) {
    this.a = mixBits(seed + 0x9e3779b9) | 0
    this.b = mixBits(seed + 0x3c6ef372) | 0
    this.c = mixBits(seed + 0xdaa66d2b) | 0
    // PractRand's own seeding throws the first twelve away.
    for (let round = 0; round < 12; round++) this.nextUint32()
  }

  nextUint32(): number {
    const result = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0
    return result >>> 0
  }

  next(): number {
    return this.nextUint32() / 0x1_0000_0000
  }

  nextGaussian(): number {
    if (!Number.isNaN(this.spareGaussian)) {
      const spare = this.spareGaussian
      this.spareGaussian = Number.NaN
      return spare
    }
    for (;;) {
      const x = 2 * this.next() - 1
      const y = 2 * this.next() - 1
      const squared = x * x + y * y
      if (squared > 0 && squared < 1) {
        const scale = Math.sqrt((-2 * Math.log(squared)) / squared)
        this.spareGaussian = y * scale
        return x * scale
      }
    }
  }
}
