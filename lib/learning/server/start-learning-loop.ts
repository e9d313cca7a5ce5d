import type { Database } from '@/lib/db/client'
import { type Loop, runLoop } from '@/lib/events/server/run-loop'
import { learnFromEvents } from './learn-from-events'

const PAUSE_MS = 3_000
/** Learning shares its process with serving: it takes at most a tenth of the time. */
const PAUSES_PER_WORK = 9

/** Keeps policies within a few seconds of the events. Any number of processes may run it. */
export function startLearningLoop(db: Database): Loop {
  return runLoop('learning', async () => {
    const startedAt = performance.now()
    await learnFromEvents(db)
    return Math.max(PAUSE_MS, PAUSES_PER_WORK * (performance.now() - startedAt))
  })
}
