import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { createPosterior, START_PRIORS } from './posterior'
import type { Posterior } from './posterior'
import { sizeFamilies } from './size-families'
import { updatePosterior } from './update-posterior'

const moments = fc.record({
  sumOfSquares: fc.double({ min: 0, max: 100, noNaN: true }),
  settled: fc.double({ min: 0, max: 1000, noNaN: true }),
})

/** A campaign of one slot of 40 images whose effects have this standard deviation. */
function learnWorld(deviation: number): Posterior {
  const random = createRandom(4)
  const effects = Array.from({ length: 40 }, () => deviation * random.nextGaussian())
  const batch = effects.map((effect, image) => {
    const rate = 1 / (1 + Math.exp(3.5 - effect))
    const impressions = 20_000
    const noise = Math.sqrt(impressions * rate * (1 - rate)) * random.nextGaussian()
    const successes = Math.round(impressions * rate + noise)
    return { cell: {}, assets: { image: `i${image}` }, impressions, successes }
  })
  const result = updatePosterior(createPosterior({ slots: ['image'], features: [] }), batch)
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

describe('sizeFamilies', () => {
  it('keeps the starting sizes where nothing is settled', () => {
    const nothing = { sumOfSquares: 0, settled: 0 }
    const all = { context: nothing, main: nothing, interaction: nothing, pair: nothing }
    const sized = sizeFamilies(START_PRIORS, START_PRIORS, all)
    for (const family of ['context', 'main', 'interaction', 'pair'] as const) {
      expect(sized[family]).toBeCloseTo(START_PRIORS[family], 12)
    }
  })

  it('always gives sizes that are positive and finite', () => {
    const arbitrary = fc.record({
      ...{ context: moments, main: moments, interaction: moments, pair: moments },
    })
    fc.assert(
      fc.property(arbitrary, (all) => {
        const sized = sizeFamilies(START_PRIORS, START_PRIORS, all)
        for (const family of ['context', 'main', 'interaction', 'pair'] as const) {
          expect(sized[family]).toBeGreaterThan(0)
          expect(sized[family]).toBeLessThan(Infinity)
        }
      }),
    )
  })

  it.each([0.08, 0.2, 0.6])('finds from data that effects have a size of %f', (deviation) => {
    const found = Math.sqrt(learnWorld(deviation).priors.main)
    // 40 effects tell their size to some 11 %, and the imaginary ones pull a little.
    expect(found / deviation).toBeGreaterThan(0.7)
    expect(found / deviation).toBeLessThan(1.5)
  })
})
