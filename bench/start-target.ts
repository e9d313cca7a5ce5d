import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '@/scripts/process/free-port'
import { type ChildEnvironment, hasEnded, startNode } from '@/scripts/process/node-child'

const START_DEADLINE_MS = 60_000

export interface Target {
  readonly url: string
  readonly child: ChildProcess
}

/** Starts a server on a free port and waits until it answers 200 at `readyPath`. */
export async function startTarget(
  args: (port: number) => string[],
  readyPath: string,
  environment: ChildEnvironment,
): Promise<Target> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const child = startNode(args(port), {
    environment: {
      ...environment,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'error',
      JOBS_IN_WEB: 'false',
    },
    output: 'pipe',
  })
  // Read, so that a full pipe never stops the server.
  child.stdout?.resume()
  child.stderr?.pipe(process.stderr)
  const giveUpAtMs = Date.now() + START_DEADLINE_MS
  while (!(await isAnswering(url + readyPath))) {
    if (hasEnded(child) || Date.now() > giveUpAtMs) throw new Error('a server did not start')
    await sleep(200)
  }
  return { url, child }
}

async function isAnswering(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).status === 200
  } catch {
    return false
  }
}
