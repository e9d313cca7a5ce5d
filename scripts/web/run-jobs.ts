import { setTimeout as sleep } from 'node:timers/promises'
import { logger } from '@/lib/http/logger'
import { startJobs, stopJobs } from '@/lib/jobs/start-jobs'
import { isProgramEnding, onProgramEnd } from '@/scripts/process/program'

const RETRY_AFTER_MS = 3_000

/** Starts the jobs, again and again while the database is away; the program's end stops them. */
export async function runJobs(): Promise<void> {
  onProgramEnd(stopJobs)
  while (!isProgramEnding()) {
    try {
      await startJobs()
      return
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'unknown'
      logger.warn({ failure }, 'jobs could not start yet')
      await sleep(RETRY_AFTER_MS)
    }
  }
}
