import { createRandom } from '@/lib/math/random'
import { HEADLINE_STRATEGIES, replayHeadlines } from '@/lib/learning/testing/replay-headlines'
import type {
  HeadlineStrategy,
  HeadlineTest,
  ReplaySettings,
} from '@/lib/learning/testing/replay-headlines'

export interface HeadlineJob {
  readonly tests: readonly HeadlineTest[]
  readonly firstSeed: number
  readonly settings: ReplaySettings
}

/** Of each test, the share of clicks that each strategy lost. */
export function playHeadlines({
  tests,
  firstSeed,
  settings,
}: HeadlineJob): Record<HeadlineStrategy, number>[] {
  return tests.map((test, index) => {
    const play = (strategy: HeadlineStrategy) =>
      replayHeadlines(test, strategy, createRandom(firstSeed + index), settings)
    return Object.fromEntries(
      HEADLINE_STRATEGIES.map((strategy) => [strategy, play(strategy)]),
    ) as Record<HeadlineStrategy, number>
  })
}
