import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findCommandLine, isProcessAlive } from '@/scripts/process/process-info'

/** The process id and port that a running server wrote down in its data folder. */
export function findPostmaster(dataFolder: string): { processId: number; port: number } | null {
  const file = path.join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { processId: Number(lines[0]), port: Number(lines[3]) }
}

/**
 * The id of the process that really serves this data folder now. After a crash or a reboot the file
 * may name a process that is gone, or one that got the same id: Postgres would refuse to start
 * because of the latter, so the file is removed then. With the process gone the file is left to
 * Postgres itself, which uses it to check for surviving backends.
 */
export function findLivePostmaster(dataFolder: string): number | null {
  const noted = findPostmaster(dataFolder)
  if (!noted || !isProcessAlive(noted.processId)) return null
  if (findCommandLine(noted.processId).includes(dataFolder)) return noted.processId
  rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true })
  return null
}
