import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateSituation } from './compare-policies'
import { kendallTau } from './kendall-tau'
import { createTruth, type Shown, type ShownAsset } from './truth'

const circumstances = { taste: 'mountain', device: 'mobile', weather: 'rain' }
const asset = (kind: string, label: string): ShownAsset => ({ kind, label })
const labels = Array.from({ length: 400 }, (_, index) => `asset ${index}`)

describe('createTruth', () => {
  it('is the same for the same seed and another for another', () => {
    const shown: Shown = { image: asset('image', 'Tent'), cta: asset('cta', 'Go') }
    const chance = createTruth(7, 'strong').clickChance(shown, circumstances)
    expect(createTruth(7, 'strong').clickChance(shown, circumstances)).toBe(chance)
    expect(createTruth(8, 'strong').clickChance(shown, circumstances)).not.toBe(chance)
  })

  it('is additive on the logit scale', () => {
    const truth = createTruth(3, 'strong')
    const shown: Shown = { image: asset('image', 'Tent'), cta: asset('cta', 'Go') }
    const logit = (chance: number) => Math.log(chance / (1 - chance))
    const whole = logit(truth.clickChance(shown, circumstances))
    const parts = Object.entries(shown).reduce(
      (sum, [slot, part]) => sum + truth.effectOf(slot, part, circumstances),
      logit(truth.clickChance({}, circumstances)),
    )
    expect(whole).toBeCloseTo(parts, 10)
  })

  it('spreads the effects of pictures as wide as it says, and mild ones half as wide', () => {
    const spread = (strength: 'strong' | 'mild') => {
      const truth = createTruth(5, strength)
      const effects = labels.map((label) =>
        truth.effectOf('image', asset('image', label), circumstances),
      )
      const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length
      return Math.sqrt(
        effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / effects.length,
      )
    }
    // 0.36 for the asset itself and 0.45, 0.2 and 0.25 of it for its interactions.
    expect(spread('strong')).toBeGreaterThan(0.36)
    expect(spread('strong')).toBeLessThan(0.48)
    expect(spread('strong') / spread('mild')).toBeCloseTo(2, 10)
  })
})

describe('rateSituation', () => {
  it('puts chance between the worst and the best ad', () => {
    const truth = createTruth(1, 'strong')
    const slot = (kind: string, names: string[]) =>
      new Map(names.map((label) => [label, asset(kind, label)]))
    const candidates = new Map([
      ['image', slot('image', ['a', 'b', 'c'])],
      ['cta', slot('cta', ['x', 'y'])],
    ])
    const situation = { circumstances, impressions: 1, trueClicks: 0, candidates }
    const chances = ['a', 'b', 'c'].flatMap((image) =>
      ['x', 'y'].map((cta) =>
        truth.clickChance({ image: asset('image', image), cta: asset('cta', cta) }, circumstances),
      ),
    )
    const { uniform, best } = rateSituation(truth, situation)
    expect(uniform).toBeCloseTo(chances.reduce((sum, chance) => sum + chance, 0) / 6, 12)
    expect(best).toBeCloseTo(Math.max(...chances), 12)
  })
})

describe('kendallTau', () => {
  it('knows agreement from disagreement', () => {
    expect(kendallTau([1, 2, 3], [10, 20, 30])).toBe(1)
    expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1)
    expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6)
    expect(kendallTau([1], [1])).toBeNull()
  })

  it('is symmetric and turns with its order', () => {
    const scores = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(scores, (values) => {
        const other = values.map((value) => -value)
        expect(kendallTau(values, values)).toBe(1)
        expect(kendallTau(values, other)).toBe(-1)
      }),
    )
  })
})
