import { beforeAll, describe, expect, it } from 'vitest'
import { judgeArms } from '@/lib/experiments/judge-arms'
import { planLiftSequence } from '@/lib/experiments/plan-lift-sequence'
import { wilsonInterval } from '@/lib/math/intervals'
import { createRandom } from '@/lib/math/random'
import { COVERAGE_SCENARIOS } from './coverage-scenarios'
import { measureCoverage } from './measure-coverage'
import type { CoverageResult } from './measure-coverage'

/** Some runs of what `coverage.ts` plays thousands of; the same seed gives the same runs. */
const RUNS = 40
let results: CoverageResult[]
beforeAll(() => {
  results = measureCoverage({ runs: RUNS, seed: 20_261_125 })
}, 30_000)

describe('statistics that are looked at again and again', () => {
  it.each(COVERAGE_SCENARIOS.map(({ name }) => name))(
    'are not wrong more often than they may: %s',
    (name) => {
      const result = results.find(({ scenario }) => scenario === name)
      expect(result?.runs).toBe(RUNS)
      expect(result?.always.lower).toBeLessThanOrEqual(result?.alpha ?? 0)
    },
  )

  it('are not wrong more often than they may, taken together', () => {
    const misses = results.reduce((sum, { always }) => sum + always.count, 0)
    const runs = results.reduce((sum, result) => sum + result.runs, 0)
    expect(wilsonInterval({ k: misses, n: runs }).upper).toBeLessThan(0.05)
  })

  it('are needed: those for one look are wrong far more often', () => {
    const peeked = results.filter(({ alpha }) => alpha === 0.05)
    expect(peeked).toHaveLength(COVERAGE_SCENARIOS.length - 1)
    const misses = peeked.reduce((sum, { once }) => sum + once.count, 0)
    const all = wilsonInterval({ k: misses, n: RUNS * peeked.length })
    expect(all.lower).toBeGreaterThan(0.2)
    for (const { scenario, always, once } of peeked) {
      expect(once.count, scenario).toBeGreaterThan(always.count)
    }
  })
})

describe('a pilot as long as planned', () => {
  it('finds the lift it was planned for as often as planned', () => {
    const plan = { baselineRate: 0.1, lift: 0.4, dynamicShare: 0.8, power: 0.8 }
    const size = planLiftSequence(plan)
    if (size.kind !== 'ok') throw new Error(size.kind)
    const runs = 150
    let found = 0
    for (let run = 0; run < runs; run++) {
      if (findsLift(plan, size.impressions, run)) found++
    }
    expect(wilsonInterval({ k: found, n: runs }).upper).toBeGreaterThan(plan.power)
    expect(found / runs).toBeGreaterThan(0.75)
  })
})

function findsLift(
  {
    baselineRate,
    lift,
    dynamicShare,
  }: { baselineRate: number; lift: number; dynamicShare: number },
  impressions: number,
  seed: number,
): boolean {
  const random = createRandom(seed)
  const dynamic = { n: 0, k: 0 }
  const holdout = { n: 0, k: 0 }
  for (let t = 1; t <= impressions; t++) {
    const isDynamic = random.next() < dynamicShare
    const arm = isDynamic ? dynamic : holdout
    arm.n++
    if (random.next() < baselineRate * (isDynamic ? 1 + lift : 1)) arm.k++
    if (t % 50 !== 0) continue
    const holdoutShare = 1 - dynamicShare
    const judged = judgeArms({ measures: { dynamic, holdout }, holdoutShare })
    if (judged.kind === 'ok' && judged.verdict === 'winning') return true
  }
  return false
}
