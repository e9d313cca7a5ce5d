import { runProgram, ProgramError } from '@/scripts/process/program'
import { showProgress } from '@/scripts/process/progress'
import { migrateDatabase, openLocalDatabase, seedDatabase } from '@/scripts/studio/database'
import { demoAccessFile } from '@/scripts/studio/demo-access'
import { readEnvironment } from '@/scripts/studio/local-environment'
import { checkSchemaDiff } from '@/scripts/testing/schema-diff'

const commands: Record<string, () => Promise<void>> = {
  migrate: async () => {
    readEnvironment('development')
    const databaseUrl = await openLocalDatabase()
    await showProgress('Migrating', () => migrateDatabase(databaseUrl))
  },
  seed: async () => {
    const { variables } = readEnvironment('development')
    const environment = { ...variables, DATABASE_URL: await openLocalDatabase() }
    await showProgress('Seeding', () => seedDatabase(environment, demoAccessFile))
  },
  diff: () => showProgress('Comparing schema and migrations', checkSchemaDiff),
}

runProgram(async () => {
  const command = commands[process.argv[2] ?? '']
  if (!command) throw new ProgramError(`usage: database.mjs ${Object.keys(commands).join(' | ')}`)
  await command()
  return 0
})
