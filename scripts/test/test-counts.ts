import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type TestCounts = { passedCount: number; failedCount: number }

const vitestReportSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

export const noTests: TestCounts = { passedCount: 0, failedCount: 0 }

export function addCounts(all: TestCounts[]): TestCounts {
  return {
    passedCount: all.reduce((sum, counts) => sum + counts.passedCount, 0),
    failedCount: all.reduce((sum, counts) => sum + counts.failedCount, 0),
  }
}

/** The counts in a JSON report of vitest or Playwright; none when the run wrote no report. */
export function readReport(file: string): TestCounts {
  if (!existsSync(file)) return noTests
  return countTests(JSON.parse(readFileSync(file, 'utf8')))
}

/** A flaky test of Playwright passed in the end and counts as passed. */
export function countTests(report: unknown): TestCounts {
  const vitest = vitestReportSchema.safeParse(report)
  if (vitest.success) {
    return { passedCount: vitest.data.numPassedTests, failedCount: vitest.data.numFailedTests }
  }
  const { stats } = playwrightReportSchema.parse(report)
  return { passedCount: stats.expected + stats.flaky, failedCount: stats.unexpected }
}
