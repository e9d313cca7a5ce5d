import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'

const serverRecordSchema = z.object({
  port: z.number().int().positive(),
  password: z.string().min(32),
  /** Where the database files are: in the home folder, or staged elsewhere (see binaries.ts). */
  dataFolder: z.string(),
  /** Where the Postgres programs are run from; null means straight from node_modules. */
  stagedFolder: z.string().nullable(),
})

/** What has to be remembered of one embedded server between runs. */
export type ServerRecord = z.infer<typeof serverRecordSchema>

/** The folder of a server's record, log and (normally) data: `.intarsia/<name>`. */
export function getServerHome(name: string): string {
  const home = path.join(projectRoot, '.intarsia', name)
  // Traversable by the user Postgres runs as; what is secret in it is a 0600 file.
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

export function findServerRecord(home: string): ServerRecord | null {
  const file = recordFile(home)
  return existsSync(file) ? serverRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

/** Written aside and renamed, so that a kill in between leaves the old record or the new one. */
export function saveServerRecord(home: string, record: ServerRecord): void {
  const draft = `${recordFile(home)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(record, null, 2), { mode: 0o600 })
  renameSync(draft, recordFile(home))
}

export function createPassword(): string {
  return randomBytes(24).toString('base64url')
}

function recordFile(home: string): string {
  return path.join(home, 'server.json')
}
