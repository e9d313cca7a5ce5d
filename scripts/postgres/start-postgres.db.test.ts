import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'
import { isProcessAlive, waitForExit } from '@/scripts/process/process-info'
import { findLivePostmaster } from './postmaster-file'
import { connectAsAdmin, probeServer } from './probe-server'
import { findServerRecord, getServerHome } from './server-record'
import type { ServerRecord } from './server-record'

// Programs that use a server of this name, as processes of their own: they have to be killed.
const name = `test-launch-${process.pid}`
const home = getServerHome(name)
const program = `
  const { startPostgres } = await import('@/scripts/postgres/start-postgres')
  await startPostgres('${name}', { revive: true })
  console.log('started')
  setInterval(() => undefined, 1000)
`
const users: ChildProcess[] = []

async function startUser(): Promise<ChildProcess> {
  const user = spawn(projectNode, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  users.push(user)
  await once(user.stdout, 'data')
  return user
}

function getRecord(): ServerRecord {
  const record = findServerRecord(home)
  if (!record) throw new Error('The server has no record.')
  return record
}

function getPostmaster(): number {
  const processId = findLivePostmaster(getRecord().dataFolder)
  if (processId === null) throw new Error('The server does not run.')
  return processId
}

afterAll(async () => {
  for (const user of users) user.kill('SIGKILL')
  const record = findServerRecord(home)
  const postmaster = record && findLivePostmaster(record.dataFolder)
  if (postmaster) await waitForExit(postmaster, 20_000)
  if (record?.stagedFolder) rmSync(record.stagedFolder, { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
})

describe('startPostgres', () => {
  it('stops with the last of its users, even when they are killed', async () => {
    const [first, second] = await Promise.all([startUser(), startUser()])
    const postmaster = getPostmaster()
    expect(await probeServer(getRecord())).toBe('ours')

    first.kill('SIGKILL')
    await sleep(500)
    expect(await probeServer(getRecord())).toBe('ours')

    second.kill('SIGKILL')
    expect(await waitForExit(postmaster, 20_000)).toBe(true)
    expect(await probeServer(getRecord())).toBe('down')
  })

  it('listens to this machine only', async () => {
    const user = await startUser()
    const postmaster = getPostmaster()
    const client = connectAsAdmin(getRecord())
    await client.connect()
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('listen_addresses', 'unix_socket_directories') ORDER BY name`,
    )
    await client.end()
    expect(rows.map(({ setting }) => setting)).toEqual(['127.0.0.1', ''])
    user.kill('SIGKILL')
    expect(await waitForExit(postmaster, 20_000)).toBe(true)
  })

  it('keeps its password to its owner', () => {
    expect(statSync(path.join(home, 'server.json')).mode & 0o777).toBe(0o600)
  })

  it('starts although the pid file of a crash names a process that lives', async () => {
    const stranger = spawn('sleep', ['60'])
    const { dataFolder, port } = getRecord()
    writeFileSync(
      path.join(dataFolder, 'postmaster.pid'),
      `${stranger.pid}\n${dataFolder}\n1700000000\n${port}\n\n127.0.0.1\n`,
    )
    const user = await startUser()
    expect(await probeServer(getRecord())).toBe('ours')
    expect(isProcessAlive(Number(stranger.pid))).toBe(true)
    stranger.kill()
    const postmaster = getPostmaster()
    user.kill('SIGKILL')
    expect(await waitForExit(postmaster, 20_000)).toBe(true)
  })

  it('comes back on the same port after a crash of its own', async () => {
    const user = await startUser()
    const crashed = getPostmaster()
    const { port } = getRecord()
    process.kill(crashed, 'SIGKILL')
    await waitForExit(crashed, 20_000)
    while ((await probeServer(getRecord())) !== 'ours') await sleep(50)
    expect(getRecord().port).toBe(port)
    const revived = getPostmaster()
    expect(revived).not.toBe(crashed)
    user.kill('SIGKILL')
    expect(await waitForExit(revived, 20_000)).toBe(true)
  })
})
