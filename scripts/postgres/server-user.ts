import { readFileSync } from 'node:fs'

/** The user and group Postgres runs as; empty when that is simply the current user. */
export type ServerUser = { uid?: number; gid?: number }

/**
 * Postgres refuses to run as root, so root hands it to `postgres` or else to `nobody`, which every
 * Linux has: no system user has to be created.
 */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = ['postgres', 'nobody']
    .map((name) => users.find((user) => user[0] === name))
    .find(Boolean)
  if (!row)
    throw new Error(
      'Postgres refuses root, and there is no user `postgres` or `nobody` to run it as.',
    )
  return { uid: Number(row[2]), gid: Number(row[3]) }
}
