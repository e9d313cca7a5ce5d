import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { v7 as uuidv7 } from 'uuid'
import { createDecisionSealer } from '@/lib/events/server/decision-token'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'
import { findFreePort } from '@/scripts/process/free-port'
import { deriveBenchKey } from './derive-bench-key'

const READY_WITHIN_MS = 30_000
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

export interface HttpRun {
  readonly perSecond: number
  readonly p99Ms: number
  readonly acknowledged: number
}

/** The light server in a process of its own, as it serves in life. */
export async function startServer(
  databaseUrl: string,
  secret: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await findFreePort()
  const child = spawn(projectNode, ['--import', 'tsx', 'scripts/serve.ts'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      INTARSIA_SECRET: secret,
      NODE_ENV: 'production',
      NEXTAUTH_SECRET: secret.toUpperCase(),
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await untilReady(child)
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('the server did not start'))
    }, READY_WITHIN_MS)
    child.stdout?.on('data', (data) => {
      if (!String(data).includes('ready ')) return
      clearTimeout(timer)
      resolve()
    })
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the server ended while it started'))
    })
  })
}

/** Addresses that each report a new event, sealed with the server's own key. */
export function sealEventPaths(secret: string, count: number): string[] {
  const sealer = createDecisionSealer(deriveBenchKey(secret))
  return Array.from({ length: count }, (_, n) => {
    const token = sealer.seal(makeDecision(n, Date.now(), { id: uuidv7() }))
    return `/api/events/impression?t=${token}`
  })
}

/** Each path once, from `connections` at a time, each waiting for its answer. */
export async function measureHttp(
  url: string,
  paths: readonly string[],
  connections: number,
): Promise<HttpRun> {
  let next = 0
  const startedAtMs = performance.now()
  const result = await autocannon({
    url,
    connections,
    amount: paths.length,
    requests: [
      {
        method: 'POST',
        headers: { 'user-agent': BROWSER },
        setupRequest: (request) => ({ ...request, path: paths[next++] ?? '/' }),
      },
    ],
  })
  const seconds = (performance.now() - startedAtMs) / 1_000
  if (result['2xx'] !== paths.length) {
    throw new Error(`only ${result['2xx']} of ${paths.length} events were acknowledged`)
  }
  return {
    perSecond: paths.length / seconds,
    p99Ms: result.latency.p99,
    acknowledged: result['2xx'],
  }
}
