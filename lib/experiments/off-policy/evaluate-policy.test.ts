import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { evaluatePolicy } from './evaluate-policy'
import type { LoggedDecision } from './logged-decision'

interface Shown extends LoggedDecision {
  readonly isMobile: boolean
}

const rateOf = (isMobile: boolean, action: string) =>
  (action === 'a' ? 0.1 : 0.2) * (isMobile ? 0.5 : 1)
const logged = (isMobile: boolean) => (isMobile ? 0.8 : 0.3)
/** Always shows b: worth 0.2 on a desktop, 0.1 on a phone. */
const target = () => ({ a: 0, b: 1 })
const TRUTH = 0.15

function simulateLog(seed: number, n: number): Shown[] {
  const random = createRandom(seed)
  return Array.from({ length: n }, () => {
    const isMobile = random.next() < 0.5
    const chanceOfA = logged(isMobile)
    const action = random.next() < chanceOfA ? 'a' : 'b'
    return {
      isMobile,
      action,
      propensity: action === 'a' ? chanceOfA : 1 - chanceOfA,
      reward: random.next() < rateOf(isMobile, action) ? 1 : 0,
    }
  })
}

function values(log: readonly Shown[], model: (shown: Shown, action: string) => number) {
  const evaluation = evaluatePolicy(log, { unit: 'rate', target, model })
  if (evaluation.kind !== 'ok' || evaluation.withModel?.kind !== 'ok') throw new Error('none')
  const { direct, doublyRobust, selfNormalizedDoublyRobust } = evaluation.withModel
  return { direct, doublyRobust, selfNormalizedDoublyRobust, evaluation }
}

describe('evaluatePolicy', () => {
  it('finds the value of a policy that the log did not follow', () => {
    const runs = Array.from({ length: 150 }, (_, seed) => simulateLog(seed, 1_000))
    const right = runs.map((log) => values(log, ({ isMobile }, action) => rateOf(isMobile, action)))
    // A model that knows nothing: only the direct method believes it.
    const wrong = runs.map((log) => values(log, () => 0.5))
    const mean = (list: readonly { value: number }[]) =>
      list.reduce((sum, { value }) => sum + value, 0) / list.length
    const near = (value: number) => expect(Math.abs(value / TRUTH - 1)).toBeLessThan(0.03)
    near(mean(right.map(({ direct }) => direct)))
    near(mean(right.map(({ doublyRobust }) => doublyRobust)))
    near(mean(wrong.map(({ doublyRobust }) => doublyRobust)))
    near(mean(wrong.map(({ selfNormalizedDoublyRobust: robust }) => robust)))
    expect(mean(wrong.map(({ direct }) => direct))).toBe(0.5)
    // A good model steadies the estimate; either interval holds the truth as often as it says.
    const error = (list: typeof right) =>
      list.reduce((sum, { doublyRobust }) => sum + doublyRobust.standardError, 0) / list.length
    expect(error(right)).toBeLessThan(0.9 * error(wrong))
    for (const list of [right, wrong]) {
      const covered = list.filter(
        ({ doublyRobust: { lower, upper } }) => lower <= TRUTH && TRUTH <= upper,
      )
      expect(covered.length / runs.length).toBeGreaterThan(0.9)
    }
  })

  it('tells how much of the log speaks for the policy', () => {
    const { evaluation } = values(simulateLog(1, 1_000), () => 0.1)
    expect(evaluation.maxWeight).toBe(1 / (1 - 0.8))
    expect(evaluation.meanWeight).toBeGreaterThan(0.85)
    expect(evaluation.meanWeight).toBeLessThan(1.15)
    expect(evaluation.support).toEqual({ kind: 'enough' })
    const few = values(simulateLog(1, 60), () => 0.1).evaluation
    expect(few.support).toMatchObject({
      kind: 'thin',
      sentence: expect.stringMatching(/^60 impressions are worth only \d+ evenly/),
    })
  })

  const fine: Shown = { isMobile: true, action: 'b', propensity: 0.2, reward: 1 }
  it.each([
    ['a propensity of 0', { propensity: 0 }],
    ['a propensity that is no number', { propensity: NaN }],
    ['a propensity above 1', { propensity: 1.2 }],
    ['a negative propensity', { propensity: -0.1 }],
    ['a reward that is no number', { reward: NaN }],
    ['two clicks on one impression', { reward: 2 }],
  ])('refuses %s and names the row', (_, wrong) => {
    const evaluation = evaluatePolicy([fine, { ...fine, ...wrong }], { unit: 'rate', target })
    expect(evaluation).toEqual({
      kind: 'invalid',
      issues: [expect.stringMatching(/^Decision 2: /)],
    })
  })

  it.each([
    ['do not sum to 1', { a: 0.5, b: 0.4 }],
    ['are negative', { a: -0.5, b: 1.5 }],
    ['are no numbers', { a: NaN, b: 1 }],
    ['are none', {}],
  ])('refuses a policy whose probabilities %s', (_, probabilities) => {
    const evaluation = evaluatePolicy([fine], { unit: 'rate', target: () => probabilities })
    expect(evaluation.kind).toBe('invalid')
  })

  it('names five broken rows of a thousand, not a thousand', () => {
    const log = Array.from({ length: 1_000 }, () => ({ ...fine, propensity: 0 }))
    const evaluation = evaluatePolicy(log, { unit: 'rate', target })
    expect(evaluation).toMatchObject({ kind: 'invalid', issues: { length: 5 } })
  })

  it('refuses a model that answers no number, and has no data for an empty log', () => {
    const broken = evaluatePolicy([fine, fine], { unit: 'rate', target, model: () => NaN })
    expect(broken).toMatchObject({ kind: 'ok', withModel: { kind: 'invalid' } })
    expect(evaluatePolicy([], { unit: 'rate', target })).toEqual({ kind: 'no data' })
  })
})
