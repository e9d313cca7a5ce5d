import { realpathSync } from 'node:fs'
import pg from 'pg'
import type { ServerRecord } from './server-record'

/** What answers on the remembered port: our server, ours but not ready, something else, nothing. */
export type ServerState = 'ours' | 'busy' | 'other' | 'down'

const cannotConnectNow = '57P03'

export function connectAsAdmin(record: Pick<ServerRecord, 'port' | 'password'>): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: record.port,
    user: 'postgres',
    password: record.password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  })
  // A client whose server dies emits `error`, sometimes twice: whoever cares listens to `end`.
  client.on('error', () => undefined)
  return client
}

/** A real connection with our password, and the question which data the server serves. */
export async function probeServer(record: ServerRecord): Promise<ServerState> {
  const client = connectAsAdmin(record)
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    )
    const served = realpathSync(rows[0]?.folder ?? '/')
    return served === realpathSync(record.dataFolder) ? 'ours' : 'other'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ECONNREFUSED') return 'down'
    return code === cannotConnectNow ? 'busy' : 'other'
  } finally {
    await client.end().catch(() => undefined)
  }
}
