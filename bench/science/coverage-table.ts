import { wilsonInterval } from '@/lib/math/intervals'
import type { CoverageResult, Misses } from './measure-coverage'
import { runJobs } from './run-jobs'
import type { OnDone } from './follow-jobs'

const CHUNKS = 16
const RUNS_PER_CHUNK = 250
/** By how much the seeds of two runs differ (measure-coverage.ts): chunks go on where one ended. */
const SEED_STEP = 7919

/** The runs of `coverage.ts`, on all cores. */
export async function measureCoverageTable(onDone: OnDone): Promise<CoverageResult[]> {
  const jobs = Array.from({ length: CHUNKS }, (_, chunk) => ({
    kind: 'coverage' as const,
    job: { runs: RUNS_PER_CHUNK, seed: 1 + chunk * RUNS_PER_CHUNK * SEED_STEP },
  }))
  const chunks = await runJobs(jobs, (done) => onDone(done, jobs.length))
  const [first = []] = chunks
  return first.map(({ scenario, alpha }, index) => {
    const own = chunks.flatMap((chunk) => chunk[index] ?? [])
    const runs = own.reduce((sum, result) => sum + result.runs, 0)
    const add = (kind: 'always' | 'once'): Misses => {
      const count = own.reduce((sum, result) => sum + result[kind].count, 0)
      return { count, share: count / runs, ...wilsonInterval({ k: count, n: runs }) }
    }
    return { scenario, runs, alpha, always: add('always'), once: add('once') }
  })
}
