import type { Pool } from 'pg'
import { rollUpEvents } from './roll-up-events'
import { type Loop, runLoop } from './run-loop'

const BUSY_PAUSE_MS = 250
const IDLE_PAUSE_MS = 1_000
/** After the last event the loop stays quick for this long. */
const ALERT_FOR_MS = 10_000

/** Keeps the rollups within two seconds of the events. Any number of processes may run it. */
export function startRollupLoop(pool: Pool): Loop {
  let lastEventAtMs = 0
  return runLoop('rollup', async () => {
    const result = await rollUpEvents(pool)
    if (result.kind === 'busy') return IDLE_PAUSE_MS
    if (result.hasMore) return 0
    if (result.events > 0) lastEventAtMs = Date.now()
    return Date.now() - lastEventAtMs < ALERT_FOR_MS ? BUSY_PAUSE_MS : IDLE_PAUSE_MS
  })
}
