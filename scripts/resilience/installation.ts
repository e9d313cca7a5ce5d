import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'
import { startPostgres } from '@/scripts/postgres/start-postgres'
import { findLivePostmaster } from '@/scripts/postgres/postmaster-file'
import { findServerRecord, getServerHome } from '@/scripts/postgres/server-record'
import { withFileLock } from '@/scripts/process/file-lock'
import { findFreePort } from '@/scripts/process/free-port'
import { hasEnded, startNode } from '@/scripts/process/node-child'
import { killIfAlive, listDescendants, waitForExit } from '@/scripts/process/process-info'
import { type Studio, openStudio } from '@/scripts/testing/http-studio'
import { ensureTemplateDatabase } from '@/scripts/testing/template-database'

const PATIENCE_MS = 60_000

/** A process of ours that tests kill and start again, as whoever runs it would. */
export interface Service {
  readonly origin: string
  kill(): Promise<void>
  start(): Promise<void>
}

export interface Installation {
  readonly studio: Studio
  readonly serving: readonly [Service, Service]
  readonly worker: Service
  /** Kills a connection of Postgres, upon which the server ends all others and recovers. */
  crashPostgres(): Promise<void>
  /** Kills the server itself, which then stays away for as long as `work` takes. */
  withoutPostgres(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** A Postgres of its own, two serving processes and a worker. */
export async function startInstallation(): Promise<Installation> {
  const name = `test-outage-${process.pid}`
  const home = getServerHome(name)
  const server = await startPostgres(name, { revive: true })
  process.env['TEST_DATABASE_ADMIN_URL'] = server.urlOf('postgres')
  process.env['TEST_DATABASE_TEMPLATE'] = await ensureTemplateDatabase(server.urlOf('postgres'))
  const studio = await openStudio()
  const serving = [await startServing(), await startServing()] as const
  const worker = createService('scripts/worker.ts', '', {}, isAlive)
  await worker.start()

  return {
    studio,
    serving,
    worker,
    async crashPostgres() {
      const { rows } = await studio.pool.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'
         AND datname = current_database() AND pid <> pg_backend_pid() LIMIT 1`,
      )
      const [backend] = rows
      if (!backend) throw new Error('Nobody is connected.')
      process.kill(backend.pid, 'SIGKILL')
    },
    withoutPostgres: (work) =>
      // Whoever wants to start it again waits for this lock.
      withFileLock(path.join(home, 'start.lock'), async () => {
        const postmaster = findPostmaster(home)
        process.kill(postmaster, 'SIGKILL')
        if (!(await waitForExit(postmaster, PATIENCE_MS)))
          throw new Error('Postgres does not stop.')
        await work()
      }),
    async close() {
      await Promise.all([...serving, worker].map((service) => service.kill()))
      await retry(() => studio.close())
      await server.stop()
      const record = findServerRecord(home)
      if (record?.stagedFolder) rmSync(record.stagedFolder, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function findPostmaster(home: string): number {
  const record = findServerRecord(home)
  const postmaster = record && findLivePostmaster(record.dataFolder)
  if (!postmaster) throw new Error('Postgres does not run.')
  return postmaster
}

async function startServing(): Promise<Service> {
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const environment = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: origin }
  const service = createService('scripts/serve.ts', origin, environment, () => isReady(origin))
  await service.start()
  return service
}

function createService(
  script: string,
  origin: string,
  environment: Record<string, string>,
  isUp: (child: ChildProcess) => boolean | Promise<boolean>,
): Service {
  let child: ChildProcess | undefined
  return {
    origin,
    async start() {
      const started = startNode(['--import', 'tsx', script], { environment, output: 'pipe' })
      let output = ''
      for (const stream of [started.stdout, started.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
      }
      child = started
      const deadline = Date.now() + PATIENCE_MS
      while (!(await isUp(started))) {
        if (hasEnded(started) || Date.now() > deadline) throw new Error(`${script}: ${output}`)
        await sleep(50)
      }
    },
    // Killed at once: nothing of it gets to say goodbye.
    async kill() {
      if (!child || hasEnded(child) || child.pid === undefined) return
      const descendants = listDescendants(child.pid)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      for (const descendant of descendants) killIfAlive(descendant)
    },
  }
}

async function isReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/api/health/ready`).catch(() => null)
  return response?.status === 200
}

const isAlive = (child: ChildProcess): boolean => child.pid !== undefined && !hasEnded(child)

/** What touches the database right after an outage may meet a connection that died in it. */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(200)
    }
  }
}
