import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { VIDEO_LIMITS, type VideoType } from '@/lib/assets/video'
import type { VideoReading, VideoTask } from './video-task'

/** A file that says it has four thousand million pictures is read no longer than this. */
const TIMEOUT_MS = 4_000
const MEMORY_MB = 256

/**
 * Reads a video in a thread of its own, with a limit of time and of memory: a file of a few bytes
 * can keep its parser busy for hours, and the server must not notice.
 */
export function readVideo(
  bytes: Uint8Array,
  type: VideoType,
  timeoutMs = TIMEOUT_MS,
): Promise<VideoReading> {
  const { tracks, frames, fileSizeBytes } = VIDEO_LIMITS
  const task: VideoTask = { bytes, type, limits: { tracks, frames, fileSizeBytes } }
  const file = path.join(process.cwd(), 'lib', 'assets', 'server', 'video-worker.ts')
  return new Promise((resolve) => {
    const worker = new Worker(file, {
      workerData: task,
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const timer = setTimeout(() => finish({ kind: 'damaged' }), timeoutMs)
    const finish = (reading: VideoReading): void => {
      clearTimeout(timer)
      resolve(reading)
      void worker.terminate()
    }
    worker.once('message', finish)
    worker.once('error', () => finish({ kind: 'damaged' }))
    worker.once('exit', () => finish({ kind: 'damaged' }))
  })
}
