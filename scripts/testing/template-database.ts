import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Client } from 'pg'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'
import { hashFiles } from '@/scripts/process/hash-files'
import { replaceDatabase, withClient } from './admin-query'

const templateLockKey = 7_301_544
/** Databases of test runs that were killed are removed by a later run after this long. */
const leftoverAgeMs = 60 * 60 * 1000

/**
 * The name of a database with all migrations applied, made once for each state of the migrations.
 * Runs that start together wait for the one that makes it.
 */
export function ensureTemplateDatabase(adminUrl: string): Promise<string> {
  const name = `template_${hashFiles(projectRoot, ['prisma/migrations']).slice(0, 16)}`
  return withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLockKey])
    await dropLeftovers(client, name)
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) {
      const draft = `${name}_draft`
      await client.query(`drop database if exists ${draft} with (force)`)
      await migrate(replaceDatabase(adminUrl, draft))
      await client.query(`alter database ${draft} rename to ${name}`)
    }
    return name
  })
}

/** In the name, the time of creation tells a later run what is left over. */
export function createTestDatabaseName(): string {
  return `test_${Date.now()}_${process.pid}_${crypto.randomUUID().slice(0, 8)}`
}

async function dropLeftovers(client: Client, currentTemplate: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    String.raw`select datname as name from pg_database where datname ~ '^(test|template)_[0-9a-f]{12}'`,
  )
  for (const { name } of rows) {
    const createdAt = Number(/^test_(\d+)_/.exec(name)?.[1] ?? Infinity)
    const isOldTest = createdAt < Date.now() - leftoverAgeMs
    const isOldTemplate = name.startsWith('template_') && name !== currentTemplate
    if (isOldTest || isOldTemplate)
      await client.query(`drop database if exists ${name} with (force)`)
  }
}

async function migrate(databaseUrl: string): Promise<void> {
  const prisma = path.join(projectRoot, 'scripts/prisma/run.mjs')
  const child = spawn(projectNode, [prisma, 'migrate', 'deploy'], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (output += String(data)))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  if (exitCode !== 0) throw new Error(`The migrations do not apply:\n${output}`)
}
