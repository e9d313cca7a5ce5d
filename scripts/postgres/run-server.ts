import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { probeServer } from './probe-server'
import type { ServerRecord } from './server-record'
import { listServerArguments } from './server-settings'
import { findServerUser } from './server-user'

const startTimeoutMs = 60_000

/** How a start ended; `retry` is a state that passes (see below), with what Postgres said. */
export type StartResult =
  | { kind: 'ready' }
  | { kind: 'retry'; reason: 'port' | 'remains' }
  | { kind: 'failed'; log: string }

/**
 * Starts Postgres in a session of its own (Ctrl-C in the terminal must not reach it before the
 * programs that use it) and waits until it answers. Two failures pass by themselves: the port was
 * taken in the meantime, and processes of a killed server hold on to its memory for a moment.
 */
export async function runServer(
  home: string,
  native: string,
  record: ServerRecord,
): Promise<StartResult> {
  const logFile = path.join(home, 'postgres.log')
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(
    path.join(native, 'bin/postgres'),
    listServerArguments(record.dataFolder, record.port),
    {
      ...findServerUser(),
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log],
      detached: true,
    },
  )
  closeSync(log)
  child.unref()
  const failed = await waitUntilReady(child, record)
  return failed ? classifyFailure(`${failed}\n${readFileSync(logFile, 'utf8')}`) : { kind: 'ready' }
}

async function waitUntilReady(child: ChildProcess, record: ServerRecord): Promise<string | null> {
  let failure: string | null = null
  child.once('error', (error) => (failure = error.message))
  child.once('exit', (code, signal) => (failure = `Postgres ended (${code ?? signal}).`))
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (failure !== null) return failure
    if ((await probeServer(record)) === 'ours') return null
    await sleep(30)
  }
  child.kill('SIGQUIT')
  return `Postgres did not answer within ${startTimeoutMs / 1000} s.`
}

function classifyFailure(log: string): StartResult {
  if (/Address already in use|could not bind/.test(log)) return { kind: 'retry', reason: 'port' }
  if (/still in use|already exists/.test(log)) return { kind: 'retry', reason: 'remains' }
  return { kind: 'failed', log: log.slice(-2_000) }
}
