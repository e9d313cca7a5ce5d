import { logger } from '@/lib/http/logger'

const RETRY_AFTER_MS = 1_000

/** Runs refreshes by key: one at a time, many requests as one, failed ones again later. */
export interface RefreshQueue {
  /** Settles when a run that began after this call has ended, well or not. */
  refresh(key: string, task: () => Promise<void>): Promise<void>
  stop(): void
}

/**
 * A change may come while its predecessor is being read; then it is read once more, however many
 * came. A failing task leaves what is in memory as it was and is tried again every second.
 */
export function createRefreshQueue(): RefreshQueue {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<void>>()
  const retries = new Map<string, NodeJS.Timeout>()
  let isStopped = false

  const run = async (key: string, task: () => Promise<void>): Promise<void> => {
    clearTimeout(retries.get(key))
    retries.delete(key)
    try {
      if (!isStopped) await task()
    } catch (error) {
      if (isStopped) return
      const failure = error instanceof Error ? error.name : 'unknown'
      logger.warn({ key, failure }, 'refresh failed: the previous state keeps serving')
      retries.set(key, setTimeout(() => void refresh(key, task), RETRY_AFTER_MS).unref())
    }
  }

  const begin = (key: string, task: () => Promise<void>): Promise<void> => {
    const current = run(key, task).finally(() => running.delete(key))
    running.set(key, current)
    return current
  }

  const refresh = (key: string, task: () => Promise<void>): Promise<void> => {
    const current = running.get(key)
    if (!current) return begin(key, task)
    const queued = waiting.get(key)
    if (queued) return queued
    const next = current.then(() => {
      waiting.delete(key)
      return begin(key, task)
    })
    waiting.set(key, next)
    return next
  }

  return {
    refresh,
    stop() {
      isStopped = true
      for (const retry of retries.values()) clearTimeout(retry)
    },
  }
}
