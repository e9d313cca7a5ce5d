import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { giveToServerUser } from './binaries'
import { findServerUser } from './server-user'

/** Creates the database files unless they exist; made aside and renamed, so never half there. */
export function initializeData(native: string, dataFolder: string, password: string): void {
  if (existsSync(path.join(dataFolder, 'PG_VERSION'))) return
  const draft = `${dataFolder}.new`
  rmSync(draft, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  giveToServerUser(draft)
  runInitdb(native, draft, password)
  renameSync(draft, dataFolder)
}

function runInitdb(native: string, folder: string, password: string): void {
  const secretFolder = mkdtempSync(path.join(tmpdir(), 'intarsia-initdb-'))
  const passwordFile = path.join(secretFolder, 'password')
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    giveToServerUser(secretFolder)
    giveToServerUser(passwordFile)
    const result = spawnSync(
      path.join(native, 'bin/initdb'),
      ['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`].concat([
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
        '--no-instructions',
      ]),
      {
        ...findServerUser(),
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
        encoding: 'utf8',
      },
    )
    if (result.status !== 0) {
      throw new Error(
        `initdb failed: ${result.error?.message ?? ''} ${result.stderr} ${result.stdout}`,
      )
    }
  } finally {
    rmSync(secretFolder, { recursive: true, force: true })
  }
}
