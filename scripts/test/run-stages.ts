import { formatSeconds } from '@/scripts/process/progress'
import type { Stage, StageResult } from './stages'
import { addCounts } from './test-counts'
import type { TestCounts } from './test-counts'

/**
 * Runs the lanes at the same time and the stages of a lane one after the other, printing each as it
 * ends. After a failure nothing further is started. A stage that fails without a failed test (lint,
 * say, or a test file that does not load) counts as one failure.
 */
export async function runLanes(
  lanes: Stage[][],
  print: (line: string) => void,
): Promise<TestCounts> {
  const counts: TestCounts[] = []
  let hasFailed = false
  const runLane = async (lane: Stage[]) => {
    for (const stage of lane) {
      if (hasFailed) return
      const startedAt = Date.now()
      const result = await stage.run()
      hasFailed ||= !result.isPassed
      counts.push(countFailure(result))
      print(describe(stage, result, Date.now() - startedAt))
    }
  }
  await Promise.all(lanes.map(runLane))
  return addCounts(counts)
}

function countFailure({ isPassed, counts }: StageResult): TestCounts {
  return isPassed || counts.failedCount > 0 ? counts : { ...counts, failedCount: 1 }
}

function describe(stage: Stage, result: StageResult, durationMs: number): string {
  const { passedCount, failedCount } = result.counts
  const tests =
    passedCount + failedCount > 0 ? `, ${passedCount} of ${passedCount + failedCount} tests` : ''
  const line = `${result.isPassed ? 'ok    ' : 'FAILED'} ${stage.name} (${formatSeconds(durationMs)}${tests})`
  return result.isPassed ? line : `${result.output.trim()}\n\n${line}`
}
