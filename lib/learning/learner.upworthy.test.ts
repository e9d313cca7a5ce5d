import { expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { isFaultyWeek, replayHeadlines } from './testing/replay-headlines'
import type { HeadlineStrategy, HeadlineTest } from './testing/replay-headlines'

const file = 'bandit/upworthy/reference_stats.dev.json'
const TESTS = 120
const SETTINGS = { explorationFloor: 0.02, draws: 128, updates: 20 }

/** Spread over the archive, outside the weeks with a known fault. */
function chooseTests(): HeadlineTest[] {
  const sound = readFixture<HeadlineTest[]>(file).filter(
    ({ week, clicks }) => !isFaultyWeek(week) && clicks.some((count) => count > 0),
  )
  const step = Math.floor(sound.length / TESTS)
  return sound.filter((_, index) => index % step === 0).slice(0, TESTS)
}

describeFixtures('real headlines of Upworthy', file, () => {
  const tests = chooseTests()
  const replay = (strategy: HeadlineStrategy) =>
    tests.map((test, seed) => replayHeadlines(test, strategy, createRandom(seed), SETTINGS))
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

  it(
    'loses far fewer clicks against the best headline than a split or a test',
    { timeout: 60_000 },
    () => {
      expect(tests).toHaveLength(TESTS)
      const even = replay('even')
      const ours = replay('ours')
      expect(mean(ours) / mean(even)).toBeLessThan(0.5)
      expect(mean(ours)).toBeLessThan(0.8 * mean(replay('abAnyDifference')))
      expect(mean(ours)).toBeLessThan(0.8 * mean(replay('abRunnerUp')))
      const better = ours.filter((lost, index) => lost < (even[index] ?? 0))
      expect(better.length / ours.length).toBeGreaterThan(0.85)
    },
  )
})
