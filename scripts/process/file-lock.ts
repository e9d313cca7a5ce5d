import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isProcessAlive } from './process-info'

const pollMs = 50
const longestHoldMs = 120_000

/**
 * Runs `work` while holding the lock file, so that processes starting at the same moment take turns.
 * A lock whose holder died, or that is older than any real work takes, is taken over.
 */
export async function withFileLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  while (!tryCreate(lockFile)) {
    if (isStale(lockFile)) rmSync(lockFile, { force: true })
    else await sleep(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function tryCreate(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isStale(lockFile: string): boolean {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'))
    const ageMs = Date.now() - statSync(lockFile).mtimeMs
    // The file is empty for an instant between its creation and the writing of the holder's id.
    return holder > 0 ? !isProcessAlive(holder) || ageMs > longestHoldMs : ageMs > 1_000
  } catch {
    return false
  }
}
