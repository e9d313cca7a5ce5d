import { PgBoss } from 'pg-boss'
import { getDatabase } from '@/lib/db/client'
import { getPool } from '@/lib/db/pool'
import { getEnv } from '@/lib/env'
import type { Loop } from '@/lib/events/server/run-loop'
import { startRollupLoop } from '@/lib/events/server/start-rollup-loop'
import { logger } from '@/lib/http/logger'
import { startLearningLoop } from '@/lib/learning/server/start-learning-loop'
import { type JobContext, SCHEDULED_JOBS } from './scheduled-jobs'

const MAX_CONNECTIONS = 2
const POLLING_INTERVAL_SECONDS = 30
const STOP_TIMEOUT_MS = 5_000

interface RunningJobs {
  readonly boss: PgBoss
  readonly loops: readonly Loop[]
}

// Next bundles routes, pages and instrumentation apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaJobs?: Promise<RunningJobs> }

/**
 * Starts everything that runs beside requests: scheduled jobs (pg-boss, one run for all processes)
 * and the loops of rollup and learning (advisory locks let one process work at a time). Calling it
 * again in one process does nothing. Rejects when the database can't be reached.
 */
export async function startJobs(context?: JobContext): Promise<void> {
  processState.intarsiaJobs ??= start(context ?? getContext()).catch((error: unknown) => {
    delete processState.intarsiaJobs
    throw error
  })
  await processState.intarsiaJobs
}

/** Lets the step under way finish and ends everything that `startJobs` began. */
export async function stopJobs(): Promise<void> {
  const starting = processState.intarsiaJobs
  delete processState.intarsiaJobs
  const running = await starting?.catch(() => undefined)
  if (!running) return
  await Promise.all([
    ...running.loops.map((loop) => loop.stop()),
    running.boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }),
  ])
}

function getContext(): JobContext {
  return { pool: getPool(), db: getDatabase(), env: getEnv() }
}

async function start(context: JobContext): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: context.env.DATABASE_URL,
    max: MAX_CONNECTIONS,
    application_name: 'intarsia-jobs',
  })
  // Without a listener the first lost connection would end the process.
  boss.on('error', (error) => logger.warn({ err: error.message }, 'jobs'))
  await boss.start()
  for (const job of SCHEDULED_JOBS) {
    await boss.createQueue(job.name, { policy: 'singleton', retryLimit: 3, retryBackoff: true })
    await boss.work(job.name, { pollingIntervalSeconds: POLLING_INTERVAL_SECONDS }, async () => {
      const startedAtMs = performance.now()
      await job.run(context)
      logger.info({ job: job.name, durationMs: performance.now() - startedAtMs }, 'job')
    })
    await boss.schedule(job.name, job.cron, null, { missed: 'once' })
  }
  // A machine that slept over the schedule must not wait for it with its first event.
  await SCHEDULED_JOBS.find(({ name }) => name === 'create-partitions')?.run(context)
  return { boss, loops: [startRollupLoop(context.pool), startLearningLoop(context.db)] }
}
