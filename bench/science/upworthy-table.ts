import { HEADLINE_STRATEGIES, isFaultyWeek } from '@/lib/learning/testing/replay-headlines'
import type { HeadlineStrategy, HeadlineTest } from '@/lib/learning/testing/replay-headlines'
import { readFixture } from '@/scripts/testing/fixtures'
import { estimateMean, type MeanInterval } from './mean-interval'
import { runJobs } from './run-jobs'
import type { OnDone } from './follow-jobs'

export const UPWORTHY_FILE = 'bandit/upworthy/reference_stats.dev.json'
const CHUNKS = 32
/** The learner learns fifty times in a test, some 250 impressions each. */
const SETTINGS = { explorationFloor: 0, draws: 128, updates: 50 }

export interface UpworthyTable {
  readonly soundTests: number
  readonly allTests: number
  /** Share of clicks lost against the best headline, mean over tests outside the faulty weeks. */
  readonly sound: Readonly<Record<HeadlineStrategy, MeanInterval>>
  /** The same over all tests. */
  readonly all: Readonly<Record<HeadlineStrategy, MeanInterval>>
}

/** Replays every test that had a click, by every strategy. */
export async function measureUpworthy(onDone: OnDone): Promise<UpworthyTable> {
  const tests = readFixture<HeadlineTest[]>(UPWORTHY_FILE)
    .map(({ week, impressions, clicks }) => ({ week, impressions, clicks }))
    .filter(({ clicks }) => clicks.some((count) => count > 0))
  const size = Math.ceil(tests.length / CHUNKS)
  const jobs = Array.from({ length: CHUNKS }, (_, chunk) => ({
    kind: 'headlines' as const,
    job: {
      tests: tests.slice(chunk * size, (chunk + 1) * size),
      firstSeed: chunk * size,
      settings: SETTINGS,
    },
  }))
  const rows = (await runJobs(jobs, (done) => onDone(done, CHUNKS))).flat()
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
