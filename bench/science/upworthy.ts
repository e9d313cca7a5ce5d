import { HEADLINE_STRATEGIES, isFaultyWeek } from '@/lib/learning/testing/replay-headlines'
import type { HeadlineStrategy, HeadlineTest } from '@/lib/learning/testing/replay-headlines'
import { readFixture } from '@/scripts/testing/fixtures'
import { estimateMean, type MeanInterval } from './mean-interval'
import type { HeadlineJob } from './play-headlines'
import { runJobs } from './run-jobs'

const CHUNKS = 16

export interface UpworthyBench {
  readonly soundTests: number
  readonly allTests: number
  /** Share of clicks lost against the best headline, mean over tests outside the faulty weeks. */
  readonly sound: Readonly<Record<HeadlineStrategy, MeanInterval>>
  /** The same over all tests. */
  readonly all: Readonly<Record<HeadlineStrategy, MeanInterval>>
}

/** Replays every test that had a click, by every strategy. */
export async function benchUpworthy(
  settings: HeadlineJob['settings'],
  onDone?: (done: number) => void,
): Promise<UpworthyBench> {
  const tests = readFixture<HeadlineTest[]>('bandit/upworthy/reference_stats.dev.json')
    .map(({ week, impressions, clicks }) => ({ week, impressions, clicks }))
    .filter(({ clicks }) => clicks.some((count) => count > 0))
  const size = Math.ceil(tests.length / CHUNKS)
  const jobs = Array.from({ length: CHUNKS }, (_, chunk) => ({
    kind: 'headlines' as const,
    job: {
      tests: tests.slice(chunk * size, (chunk + 1) * size),
      firstSeed: chunk * size,
      settings,
    },
  }))
  const rows = (await runJobs(jobs, onDone)).flat()
  const summarise = (keep: (week: number) => boolean) => {
    const kept = rows.filter((_, index) => keep(tests[index]?.week ?? 0))
    const of = (strategy: HeadlineStrategy) => estimateMean(kept.map((row) => row[strategy]))
    return Object.fromEntries(
      HEADLINE_STRATEGIES.map((strategy) => [strategy, of(strategy)]),
    ) as Record<HeadlineStrategy, MeanInterval>
  }
  return {
    soundTests: tests.filter(({ week }) => !isFaultyWeek(week)).length,
    allTests: tests.length,
    sound: summarise((week) => !isFaultyWeek(week)),
    all: summarise(() => true),
  }
}
