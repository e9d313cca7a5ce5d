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
/** A process that ends sooner than this after its start counts as failing, not as crashed once. */
const shortLifeMs = 10_000
const mostShortLives = 5

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
  const deadline = Date.now() + readyTimeoutMs
  while (!(await isReady(url))) {
    if (hasEnded(web))
      throw new ProgramError(`The web process ended while starting:\n\n${readLogEnd(logName)}`)
    if (Date.now() > deadline) {
      throw new ProgramError(
        `The studio did not become ready in ${readyTimeoutMs / 1000} s:\n\n${readLogEnd(logName)}`,
      )
    }
    await sleep(100)
  }
  return web
}

/** Starts the web process again whenever it ends by itself; resolves when it keeps failing. */
export async function keepWebRunning(
  first: ChildProcess,
  environment: ChildEnvironment,
  logName: string,
): Promise<void> {
  let web = first
  let shortLives = 0
  for (let startedAt = Date.now(); shortLives < mostShortLives; startedAt = Date.now()) {
    if (!hasEnded(web)) await once(web, 'exit')
    if (isProgramEnding()) return
    shortLives = Date.now() - startedAt < shortLifeMs ? shortLives + 1 : 0
    await sleep(restartDelayMs)
    if (isProgramEnding()) return
    web = startLoggedWeb(environment, logName)
  }
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
