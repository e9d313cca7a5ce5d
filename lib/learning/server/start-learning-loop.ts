import type { Database } from '@/lib/db/client'
import { type Loop, runLoop } from '@/lib/events/server/run-loop'
import { learnFromEvents } from './learn-from-events'

const PAUSE_MS = 3_000

/** Keeps policies within a few seconds of the events. Any number of processes may run it. */
export function startLearningLoop(db: Database): Loop {
  return runLoop('learning', async () => {
    await learnFromEvents(db)
    return PAUSE_MS
  })
}
