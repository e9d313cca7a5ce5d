import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { estimateRateSequence } from './estimate-rate-sequence'
import { oneSidedNormalMixtureBound, tuneOneSidedNormalMixture } from './normal-mixture'
import { ok } from './testing/arms'

const file = 'stats/confseq/grid.dev.json'

type Row =
  | {
      fn: 'bernoulli_confidence_interval'
      /** Successes, trials, alpha, trials to tune to. */
      args: [number, number, number, number]
      expected: [number, number]
    }
  | {
      fn: 'normal_mixture_bound'
      /** Variance, alpha, the variance and the alpha to tune to, one-sided. */
      args: [number, number, number, number, boolean]
      expected: number
    }

describeFixtures('confseq, the library of Howard and Ramdas', file, () => {
  const rows = readFixture<Row[]>(file)

  it('gives the same intervals of rates', () => {
    const rates = rows.filter((row) => row.fn === 'bernoulli_confidence_interval')
    expect(rates).toHaveLength(216)
    for (const { args, expected } of rates) {
      const [k, n, alpha, tunedToTrials] = args
      const rate = ok(estimateRateSequence({ k, n }, { confidenceLevel: 1 - alpha, tunedToTrials }))
      expect(Math.abs(rate.lower - expected[0]), args.join(' ')).toBeLessThan(1e-8)
      expect(Math.abs(rate.upper - expected[1]), args.join(' ')).toBeLessThan(1e-8)
    }
  })

  it('gives the same one-sided normal mixture bounds', () => {
    const bounds = rows.filter((row) => row.fn === 'normal_mixture_bound')
    expect(bounds).toHaveLength(48)
    for (const { args, expected } of bounds) {
      const [variance, alpha, tunedTo, tunedToAlpha, isOneSided] = args
      expect(isOneSided).toBe(true)
      const rho = tuneOneSidedNormalMixture(tunedTo, tunedToAlpha)
      const bound = oneSidedNormalMixtureBound(variance, { alpha, rho })
      expect(Math.abs(bound / expected - 1), args.join(' ')).toBeLessThan(1e-8)
    }
  })

  it('leaves no row out', () => {
    expect(rows).toHaveLength(216 + 48)
  })
})
