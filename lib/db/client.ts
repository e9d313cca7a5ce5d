import { PrismaPg } from '@prisma/adapter-pg'
import { getEnv } from '@/lib/env'
import { PrismaClient } from '@/prisma/generated/client'

export type Database = PrismaClient
/** A client or a transaction: what use cases take. */
export type DatabaseSession = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>

export function createDatabase(url: string, maxConnections = 10): Database {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: maxConnections }),
  })
}

// Next bundles routes, pages and instrumentation apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaDatabase?: Database }

export function getDatabase(): Database {
  processState.intarsiaDatabase ??= createDatabase(getEnv().DATABASE_URL)
  return processState.intarsiaDatabase
}
