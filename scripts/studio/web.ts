import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { hasEnded, startNode } from '@/scripts/process/node-child'
import type { ChildEnvironment, ChildOutput } from '@/scripts/process/node-child'
import { ProgramError, isProgramEnding } from '@/scripts/process/program'

const readyTimeoutMs = 60_000
const restartDelayMs = 500
const mostFailedStarts = 5

export function startWeb(environment: ChildEnvironment, output: ChildOutput): ChildProcess {
  return startNode(['--import', 'tsx', 'scripts/web.ts'], { environment, output })
}

/** Starts the web process with its output in a log file and waits until it serves. */
export async function startWebReady(
  url: string,
  environment: ChildEnvironment,
  logName: string,
): Promise<ChildProcess> {
  const web = startLoggedWeb(environment, logName)
  if (await waitUntilReady(web, url, Date.now() + readyTimeoutMs)) return web
  const failure = hasEnded(web)
    ? 'The web process ended while starting'
    : `The studio did not become ready in ${readyTimeoutMs / 1000} s`
  throw new ProgramError(`${failure}:\n\n${readLogEnd(logName)}`)
}

/**
 * Starts the web process again whenever it ends by itself, however often, until the program ends.
 * @throws ProgramError when several starts in a row end before they served.
 */
export async function keepWebRunning(
  first: ChildProcess,
  url: string,
  environment: ChildEnvironment,
  logName: string,
): Promise<void> {
  let web = first
  for (let failedStarts = 0; failedStarts < mostFailedStarts;) {
    if (!hasEnded(web)) await once(web, 'exit')
    if (isProgramEnding()) return
    await sleep(restartDelayMs)
    if (isProgramEnding()) return
    web = startLoggedWeb(environment, logName)
    failedStarts = (await waitUntilReady(web, url, Infinity)) ? 0 : failedStarts + 1
  }
  throw new ProgramError(`The web process keeps failing: see ${getLogFile(logName)}.`)
}

export function getLogFile(logName: string): string {
  return path.join('.intarsia', logName)
}

function startLoggedWeb(environment: ChildEnvironment, logName: string): ChildProcess {
  const log = openSync(path.join(projectRoot, getLogFile(logName)), 'a', 0o600)
  const web = startWeb(environment, log)
  closeSync(log)
  return web
}

/** False when the process ended or the time is up. */
async function waitUntilReady(web: ChildProcess, url: string, deadline: number): Promise<boolean> {
  while (!(await isReady(url))) {
    if (hasEnded(web) || Date.now() > deadline) return false
    await sleep(100)
  }
  return true
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })
    return response.status === 200
  } catch {
    return false
  }
}

function readLogEnd(logName: string): string {
  const lines = readFileSync(path.join(projectRoot, getLogFile(logName)), 'utf8')
    .trim()
    .split('\n')
  return lines.slice(-25).join('\n')
}
