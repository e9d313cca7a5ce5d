import { Pool } from 'pg'
import { getEnv } from '@/lib/env'
import { logger } from '@/lib/http/logger'

/** Raw connections for what Prisma is not made for: the event stream, rollups, LISTEN. */
export function createPool(url: string, maxConnections: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
  })
  // An idle client whose backend dies emits here; without a listener the process would exit.
  pool.on('error', (error) => logger.warn({ err: error.message }, 'idle database connection lost'))
  // A client that is in use when its backend dies emits too, besides failing its query.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const processState = globalThis as typeof globalThis & { intarsiaPool?: Pool }

export function getPool(): Pool {
  processState.intarsiaPool ??= createPool(getEnv().DATABASE_URL, 8)
  return processState.intarsiaPool
}
