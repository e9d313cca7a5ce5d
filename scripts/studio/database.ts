import { ensureDatabase, startPostgres } from '@/scripts/postgres/start-postgres'
import { runNode } from '@/scripts/process/node-child'
import type { ChildEnvironment } from '@/scripts/process/node-child'
import { onProgramEnd } from '@/scripts/process/program'
import { checkSuccess } from '@/scripts/process/progress'

/** The database of DATABASE_URL, or one in the checkout's own Postgres, running until we end. */
export async function openLocalDatabase(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const server = await startPostgres('postgres', { revive: true })
  onProgramEnd(server.stop)
  return ensureDatabase(server, 'intarsia')
}

export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const result = await runPrisma(['migrate', 'deploy'], { DATABASE_URL: databaseUrl })
  checkSuccess('Migrating the database', result)
}

/** Brings the demonstration workspace into the database and writes how to reach it to `accessFile`. */
export async function seedDatabase(
  environment: ChildEnvironment,
  accessFile: string,
): Promise<void> {
  const seed = ['--import', 'tsx', 'scripts/seed/seed.ts', '--out', accessFile]
  checkSuccess('Seeding the demonstration workspace', await runNode(seed, environment))
}

export function runPrisma(args: string[], environment: ChildEnvironment) {
  return runNode(['scripts/prisma/run.mjs', ...args], environment)
}
