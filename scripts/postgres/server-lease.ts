import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { waitForExit } from '@/scripts/process/process-info'
import { ensureRunning } from './ensure-running'
import { findLivePostmaster } from './postmaster-file'
import { connectAsAdmin } from './probe-server'
import type { ServerRecord } from './server-record'

/**
 * A share in a running server: a shared advisory lock in it. Whoever gives up the last share stops
 * the server. The lock vanishes with its connection, so a killed holder needs no cleaning up.
 */
export type ServerLease = { client: Client; record: ServerRecord }

const leaseKey = 4_826_113
const fastShutdownTimeoutMs = 20_000

/** Starts or finds the server and takes a share in it, waiting for one that is just being stopped. */
export async function acquireLease(
  home: string,
  options: { keepPort: boolean },
): Promise<ServerLease> {
  for (;;) {
    const record = await ensureRunning(home, options)
    const client = connectAsAdmin(record)
    if (await tryShare(client)) return { client, record }
    await client.end().catch(() => undefined)
    await sleep(100)
  }
}

/** Gives up the share; with the last one the server is stopped, and is gone when this resolves. */
export async function releaseLease({ client, record }: ServerLease): Promise<void> {
  const isLast = await tryTakeAlone(client)
  const processId = findLivePostmaster(record.dataFolder)
  if (!isLast || processId === null) {
    await client.end().catch(() => undefined)
    return
  }
  // Fast shutdown, then an immediate one, which loses nothing either: the log is replayed.
  process.kill(processId, 'SIGINT')
  if (await waitForExit(processId, fastShutdownTimeoutMs)) return
  process.kill(processId, 'SIGQUIT')
  await waitForExit(processId, fastShutdownTimeoutMs)
}

async function tryShare(client: Client): Promise<boolean> {
  try {
    await client.connect()
    return await queryLock(client, 'pg_try_advisory_lock_shared')
  } catch {
    return false
  }
}

/** False as well when the server is gone: then there is nothing to stop. */
async function tryTakeAlone(client: Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [leaseKey])
    return await queryLock(client, 'pg_try_advisory_lock')
  } catch {
    return false
  }
}

async function queryLock(client: Client, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`select ${lock}($1) as held`, [leaseKey])
  return rows[0]?.held === true
}
