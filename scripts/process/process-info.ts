import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process with this id exists; one of another user (EPERM) counts as alive. */
export function isProcessAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a process, or '' when there is no such process. */
export function findCommandLine(processId: number): string {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(processId)], { encoding: 'utf8' }).stdout
  }
}

/** Waits until a process is gone; false when it is still there after `timeoutMs`. */
export async function waitForExit(processId: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (isProcessAlive(processId)) {
    if (Date.now() > deadline) return false
    await sleep(25)
  }
  return true
}

/** The ids of all processes that this one started, directly or through others. */
export function listDescendants(processId: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const collect = (parent: number): number[] =>
    rows.flatMap(([id, of]) => (id && of === parent ? [id, ...collect(id)] : []))
  return collect(processId)
}

export function killIfAlive(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL')
  } catch {
    // Gone already, as it should be.
  }
}
