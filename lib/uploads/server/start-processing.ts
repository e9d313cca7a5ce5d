import type { Database } from '@/lib/db/client'
import { logger } from '@/lib/http/logger'
import { processUploadFile } from './process-upload-file'

/** Files read into memory at once: pictures are rendered two at a time, and one more waits ready. */
const MAX_RUNNING = 3

interface ProcessingQueue {
  running: number
  readonly waiting: (() => Promise<void>)[]
  readonly ids: Set<string>
}

// One queue per process: Next bundles routes apart, only globalThis is shared.
const processState = globalThis as typeof globalThis & { intarsiaUploadQueue?: ProcessingQueue }

/**
 * Works on an upload beside the request, a few at a time. What a process that ends leaves undone is
 * taken up by the job `resume-uploads`.
 */
export function startProcessing(db: Database, fileId: string): void {
  const queue = (processState.intarsiaUploadQueue ??= { running: 0, waiting: [], ids: new Set() })
  if (queue.ids.has(fileId)) return
  queue.ids.add(fileId)
  queue.waiting.push(async () => {
    try {
      await processUploadFile(db, fileId)
    } catch (error) {
      const failure = error instanceof Error ? (error.stack ?? error.message) : 'unknown'
      logger.error({ failure, fileId }, 'upload was not processed')
    } finally {
      queue.ids.delete(fileId)
    }
  })
  void drain(queue)
}

async function drain(queue: ProcessingQueue): Promise<void> {
  if (queue.running >= MAX_RUNNING) return
  queue.running += 1
  try {
    for (let next = queue.waiting.shift(); next; next = queue.waiting.shift()) await next()
  } finally {
    queue.running -= 1
  }
}
