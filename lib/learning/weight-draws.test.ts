import { describe, expect, it } from 'vitest'
import { createPosterior, weightOf } from './posterior'
import { withoutEvidence } from './serialise-posterior'
import { updatePosterior } from './update-posterior'
import { WeightDraws } from './weight-draws'

function learn() {
  const batch = ['i1', 'i2'].map((image) => ({
    cell: {},
    assets: { image },
    impressions: 10_000,
    successes: 300,
  }))
  const result = updatePosterior(createPosterior({ slots: ['image'], features: [] }), batch)
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

const meanOf = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
function deviationOf(values: Float64Array): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}
const sum = (a: Float64Array, b: Float64Array) => a.map((value, index) => value + (b[index] ?? 0))

describe('WeightDraws', () => {
  const posterior = learn()
  const draws = new WeightDraws(posterior, 4_000, 1)

  it('draws around the means', () => {
    for (const key of ['i', 'm|image|i1', 'm|image|never seen']) {
      const [mean] = weightOf(posterior, key)
      expect(Math.abs(meanOf(draws.of(key)) - mean)).toBeLessThan(0.02)
    }
  })

  it('knows that the level is known better than its parts', () => {
    const level = deviationOf(sum(draws.of('i'), draws.of('m|image|i1')))
    // 300 successes tell a logit to 1/√300.
    expect(level).toBeGreaterThan(0.04)
    expect(level).toBeLessThan(0.07)
    expect(deviationOf(draws.of('i'))).toBeGreaterThan(1.3 * level)
    const alone = new WeightDraws(withoutEvidence(posterior), 4_000, 1)
    expect(deviationOf(sum(alone.of('i'), alone.of('m|image|i1')))).toBeGreaterThan(level)
  })

  it('is the same for the same seed, whoever asks first', () => {
    const again = new WeightDraws(posterior, 4_000, 1)
    expect(again.of('m|image|other')).toEqual(draws.of('m|image|other'))
    expect(again.of('m|image|i1')).toEqual(draws.of('m|image|i1'))
  })
})
