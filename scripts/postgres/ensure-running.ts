import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withFileLock } from '@/scripts/process/file-lock'
import { findFreePort, isPortFree } from '@/scripts/process/free-port'
import { canRunInPlace, createStagedFolder, getInstalledBinaries, stageBinaries } from './binaries'
import { initializeData } from './initialize-data'
import { findLivePostmaster, findPostmaster } from './postmaster-file'
import { probeServer } from './probe-server'
import { runServer } from './run-server'
import { createPassword, findServerRecord, saveServerRecord } from './server-record'
import type { ServerRecord } from './server-record'

const settleTimeoutMs = 60_000

/**
 * Makes the server of this home folder run and answer, creating it the first time; one that runs
 * already is reused. Callers that start together take turns.
 */
export function ensureRunning(home: string, options: { keepPort: boolean }): Promise<ServerRecord> {
  return withFileLock(path.join(home, 'start.lock'), async () => {
    const record = findServerRecord(home) ?? (await createRecord(home))
    const running = await findRunning(home, record)
    if (running) return running
    const native = record.stagedFolder ? stageBinaries(record.stagedFolder) : getInstalledBinaries()
    initializeData(native, record.dataFolder, record.password)
    return startServer(home, native, record, options)
  })
}

async function createRecord(home: string): Promise<ServerRecord> {
  if (existsSync(path.join(home, 'data'))) {
    throw new Error(
      `The password of the database in ${home} is lost: delete that folder to start afresh.`,
    )
  }
  const stagedFolder = canRunInPlace() ? null : createStagedFolder()
  const record = {
    port: await findFreePort(),
    password: createPassword(),
    dataFolder: path.join(stagedFolder ?? home, 'data'),
    stagedFolder,
  }
  saveServerRecord(home, record)
  return record
}

/** The server that serves our data, once it has finished starting, recovering or stopping. */
async function findRunning(home: string, record: ServerRecord): Promise<ServerRecord | null> {
  const deadline = Date.now() + settleTimeoutMs
  while (findLivePostmaster(record.dataFolder) !== null) {
    const port = findPostmaster(record.dataFolder)?.port || record.port
    const found = { ...record, port }
    if ((await probeServer(found)) === 'ours') {
      if (port !== record.port) saveServerRecord(home, found)
      return found
    }
    if (Date.now() > deadline) {
      throw new Error(
        `A Postgres runs on ${record.dataFolder} but does not answer to our password: stop it, or delete ${home} to start afresh.`,
      )
    }
    await sleep(50)
  }
  return null
}

async function startServer(
  home: string,
  native: string,
  record: ServerRecord,
  options: { keepPort: boolean },
): Promise<ServerRecord> {
  const deadline = Date.now() + settleTimeoutMs
  let current = record
  for (;;) {
    if (!options.keepPort && !(await isPortFree(current.port))) {
      current = { ...current, port: await findFreePort() }
    }
    const result = await runServer(home, native, current)
    if (result.kind === 'ready') {
      saveServerRecord(home, current)
      return current
    }
    if (result.kind === 'failed') throw new Error(`Postgres did not start:\n${result.log}`)
    if (Date.now() > deadline)
      throw new Error(`Postgres did not start: ${result.reason} still in use.`)
    await sleep(200)
  }
}
