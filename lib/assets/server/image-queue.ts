import sharp from 'sharp'

const MAX_RUNNING = 2

interface ImageQueue {
  running: number
  readonly waiting: (() => void)[]
}

// One queue per process: Next bundles routes apart, only globalThis is shared.
const processState = globalThis as typeof globalThis & { intarsiaImageQueue?: ImageQueue }

/** Runs picture work, at most two at a time, one thread each, so that uploads never starve serving. */
export async function queueImageWork<T>(work: () => Promise<T>): Promise<T> {
  const queue = (processState.intarsiaImageQueue ??= { running: 0, waiting: [] })
  sharp.concurrency(1)
  if (queue.running >= MAX_RUNNING) {
    await new Promise<void>((resolve) => queue.waiting.push(resolve))
  } else {
    queue.running += 1
  }
  try {
    return await work()
  } finally {
    // The place is handed on, so that nobody can slip in between.
    const next = queue.waiting.shift()
    if (next) next()
    else queue.running -= 1
  }
}
