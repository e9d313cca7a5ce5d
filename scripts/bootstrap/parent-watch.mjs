import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const pollIntervalMs = 300

/**
 * Calls `onDeath` once when the process that started this one is gone, however it ended (SIGKILL
 * included, which no signal handler sees, and SIGTERM to npm, which npm does not pass on): an
 * orphan's parent id changes. Between npm and a script there is mostly a shell, which outlives npm:
 * then npm is watched too (or `starterId`, for a caller who knows). Returns a function that stops
 * watching.
 */
export function watchParent(onDeath, starterId = findNpmBehindShell(process.ppid)) {
  const parentId = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parentId && (starterId === null || isAlive(starterId))) return
    clearInterval(timer)
    onDeath()
  }, pollIntervalMs)
  timer.unref()
  return () => clearInterval(timer)
}

function findNpmBehindShell(parentId) {
  if (process.env.npm_lifecycle_event === undefined) return null
  const { command, parent } = describeProcess(parentId)
  return /^\S*sh\s+-c\s/.test(command) && parent > 1 ? parent : null
}

function describeProcess(id) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { command, parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]) }
  } catch {
    const options = { encoding: 'utf8' }
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,command=', '-p', String(id)], options)
    const [, parent, command] = /^\s*(\d+)\s+(.*)$/.exec(stdout ?? '') ?? []
    return { command: command ?? '', parent: Number(parent) }
  }
}

export function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
