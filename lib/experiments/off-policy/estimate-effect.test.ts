import { describe, expect, it } from 'vitest'
import { newcombeInterval } from '@/lib/math/intervals'
import { createRandom } from '@/lib/math/random'
import { estimateEffect } from './estimate-effect'
import { addDecision, NO_WEIGHTS } from './weighted-sums'

/** `a` is clicked by 3 %, `b` by 2 %; phones click twice as often, and get `a` four times in five. */
function simulate(seed: number, impressions: number) {
  const random = createRandom(seed)
  let [a, b] = [NO_WEIGHTS, NO_WEIGHTS]
  const clicks = { a: 0, b: 0 }
  for (let n = 0; n < impressions; n += 1) {
    const isMobile = random.next() < 0.5
    const chanceOfA = isMobile ? 0.8 : 0.2
    const isA = random.next() < chanceOfA
    const rate = (isA ? 0.03 : 0.02) * (isMobile ? 4 / 3 : 2 / 3)
    const reward = random.next() < rate ? 1 : 0
    clicks[isA ? 'a' : 'b'] += reward
    if (isA) a = addDecision(a, 1 / chanceOfA, reward)
    else b = addDecision(b, 1 / (1 - chanceOfA), reward)
  }
  return { a, b, raw: clicks.a / a.n - clicks.b / b.n }
}

describe('estimateEffect', () => {
  it('finds the effect that favouring one of them hides, as often as it says', () => {
    const runs = Array.from({ length: 300 }, (_, seed) => simulate(seed, 4_000))
    const effects = runs.map(({ a, b }) => {
      const effect = estimateEffect(a, b, { unit: 'rate' })
      if (effect.kind !== 'ok') throw new Error(effect.kind)
      return effect.difference
    })
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(runs.map(({ raw }) => raw))).toBeGreaterThan(0.018)
    expect(Math.abs(mean(effects.map(({ value }) => value)) - 0.01)).toBeLessThan(0.001)
    const covered = effects.filter(({ lower, upper }) => lower <= 0.01 && 0.01 <= upper)
    expect(covered.length / runs.length).toBeGreaterThan(0.93)
  })

  it("is Newcombe's interval where all weights are 1", () => {
    const sums = (n: number, k: number) => ({ n, w: n, ww: n, wr: k, wwr: k, wwrr: k })
    const effect = estimateEffect(sums(200, 20), sums(300, 15), { unit: 'rate' })
    if (effect.kind !== 'ok') throw new Error(effect.kind)
    const { lower, upper } = newcombeInterval({ n: 200, k: 20 }, { n: 300, k: 15 })
    expect(effect.difference.lower).toBeCloseTo(lower, 12)
    expect(effect.difference.upper).toBeCloseTo(upper, 12)
    expect(effect.relative).toBeCloseTo(1, 12)
  })

  it('has no effect without data, and refuses what can not be', () => {
    const { a } = simulate(1, 500)
    expect(estimateEffect(a, NO_WEIGHTS, { unit: 'rate' })).toEqual({ kind: 'no data' })
    expect(estimateEffect({ ...a, w: NaN }, a, { unit: 'rate' }).kind).toBe('invalid')
    const never = { n: 500, w: 500, ww: 500, wr: 0, wwr: 0, wwrr: 0 }
    expect(estimateEffect(a, never, { unit: 'rate' })).toMatchObject({ kind: 'ok', relative: null })
  })
})
