import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { z } from 'zod'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'
import { getServerHome } from './server-record'

const keeperMessageSchema = z.union([
  z.object({ port: z.number(), password: z.string() }),
  z.object({ error: z.string() }),
])

export type EmbeddedPostgres = {
  port: number
  /** The connection string of a database of this server. */
  urlOf: (database: string) => string
  /** Gives up our share; with the last share Postgres stops, and is gone when this resolves. */
  stop: () => Promise<void>
}

/**
 * Starts (or joins) the embedded Postgres whose files are in `.intarsia/<name>`. It stops with the
 * last process that uses it, however that one ends; with `revive` it is also started again, on the
 * same port, after a crash of its own.
 */
export async function startPostgres(
  name: string,
  options: { revive?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const keeper = spawn(
    projectNode,
    [
      '--import',
      'tsx',
      path.join(projectRoot, 'scripts/postgres/keeper.ts'),
      getServerHome(name),
    ].concat(options.revive ? ['--revive'] : []),
    {
      cwd: projectRoot,
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: keeperEnvironment(),
    },
  )
  const message = await readMessage(keeper)
  if ('error' in message) throw new Error(message.error)
  const { port, password } = message
  keeper.stdout?.destroy()
  keeper.unref()
  return {
    port,
    urlOf: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      if (keeper.exitCode !== null) return
      keeper.ref()
      const exited = once(keeper, 'exit')
      keeper.stdin?.end()
      await exited
    },
  }
}

/** Creates the database unless it exists. */
export async function ensureDatabase(server: EmbeddedPostgres, database: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
  return server.urlOf(database)
}

/** The keeper outlives us by design, so the preload that ends processes with their parent is left out. */
function keeperEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _left, ...environment } = process.env
  return environment
}

async function readMessage(keeper: ChildProcess): Promise<z.infer<typeof keeperMessageSchema>> {
  if (!keeper.stdout) throw new Error('The keeper of Postgres has no output.')
  for await (const line of createInterface({ input: keeper.stdout })) {
    return keeperMessageSchema.parse(JSON.parse(line))
  }
  throw new Error('The keeper of Postgres ended without a word: its messages are above.')
}
