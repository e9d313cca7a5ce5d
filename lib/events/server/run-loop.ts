import { setTimeout as sleep } from 'node:timers/promises'
import { logger } from '@/lib/http/logger'

const PAUSE_AFTER_ERROR_MS = 1_000

export interface Loop {
  /** Waits for the step under way. */
  stop(): Promise<void>
}

/**
 * Repeats `step`, which answers how long to pause; an error is logged and the loop goes on, since
 * whatever it does can be done again.
 */
export function runLoop(name: string, step: () => Promise<number>): Loop {
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const pauseMs = await step().catch((error: unknown) => {
        logger.error(
          { loop: name, err: error instanceof Error ? error.message : 'unknown' },
          'loop',
        )
        return PAUSE_AFTER_ERROR_MS
      })
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const ended = run()
  return {
    stop() {
      stopping.abort()
      return ended
    },
  }
}
