import { expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import type { Random } from '@/lib/math/random'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { createLearnedPolicy } from './compile-policy'
import { createPosterior } from './posterior'
import { updatePosterior } from './update-posterior'

const file = 'bandit/upworthy/reference_stats.dev.json'
const BATCHES = 20
const TESTS = 110

interface HeadlineTest {
  week: number
  impressions: number[]
  clicks: number[]
}

function drawArm(chances: readonly number[], random: Random): number {
  let rest = random.next()
  let arm = 0
  for (; arm < chances.length - 1; arm++) {
    rest -= chances[arm] ?? 0
    if (rest < 0) break
  }
  return arm
}

/** Clicks lost against always showing the best headline, learning on the test's own traffic. */
function replayTest({ impressions, clicks }: HeadlineTest, seed: number) {
  const random = createRandom(seed)
  const rates = impressions.map((n, arm) => (clicks[arm] ?? 0) / n)
  const best = Math.max(...rates)
  const assetIds = rates.map((_, arm) => `headline-${arm}`)
  const candidates = [{ slot: 'headline', assetIds, weights: rates.map(() => 1) }]
  const traffic = impressions.reduce((sum, n) => sum + n, 0)
  const perBatch = Math.floor(traffic / BATCHES)
  let posterior = createPosterior({ slots: ['headline'], features: [] })
  let lost = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const policy = createLearnedPolicy(posterior, batch, { explorationFloor: 0.02, draws: 128 })
    const chances = policy.distributions({}, candidates)[0]?.probabilities ?? []
    const seen = rates.map(() => ({ impressions: 0, successes: 0 }))
    for (let round = 0; round < perBatch; round++) {
      const arm = drawArm(chances, random)
      const shown = seen[arm]
      const rate = rates[arm] ?? 0
      lost += best - rate
      if (!shown) continue
      shown.impressions += 1
      if (random.next() < rate) shown.successes += 1
    }
    const update = updatePosterior(
      posterior,
      seen.map((counts, arm) => ({ ...counts, cell: {}, assets: { headline: `headline-${arm}` } })),
    )
    if (update.kind === 'invalid') throw new Error(update.issues[0]?.message)
    posterior = update.posterior
  }
  const even = rates.reduce((sum, rate) => sum + best - rate, 0) / rates.length
  return { lost, lostByEvenSplit: even * perBatch * BATCHES }
}

describeFixtures('real headlines of Upworthy', file, () => {
  it(
    'loses far fewer clicks against the best headline than an even split',
    { timeout: 60_000 },
    () => {
      const tests = readFixture<HeadlineTest[]>(file)
      // Spread over the archive, outside the weeks with a known fault.
      const sound = tests.filter(
        ({ week, clicks }) => (week < 201325 || week > 201401) && clicks.some((k) => k > 0),
      )
      const step = Math.floor(sound.length / TESTS)
      const chosen = Array.from({ length: TESTS }, (_, index) => sound[index * step]).filter(
        (test) => test !== undefined,
      )
      expect(chosen.length).toBeGreaterThanOrEqual(100)
      const results = chosen.map((test, index) => replayTest(test, index))
      const lost = results.reduce((sum, result) => sum + result.lost, 0)
      const lostByEvenSplit = results.reduce((sum, result) => sum + result.lostByEvenSplit, 0)
      expect(lost / lostByEvenSplit).toBeLessThan(0.5)
      const better = results.filter((result) => result.lost < result.lostByEvenSplit)
      expect(better.length / results.length).toBeGreaterThan(0.9)
    },
  )
})
