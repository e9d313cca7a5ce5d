import { once } from 'node:events'
import { runProgram } from '@/scripts/process/program'
import { showProgress } from '@/scripts/process/progress'
import { migrateDatabase, openLocalDatabase, seedDatabase } from '@/scripts/studio/database'
import { demoAccessFile, readDemoAccess } from '@/scripts/studio/demo-access'
import { prepareEnvironment } from '@/scripts/studio/local-environment'
import { startWeb } from '@/scripts/studio/web'

runProgram(async () => {
  const { url, variables, release } = await prepareEnvironment('development')
  const databaseUrl = await showProgress('Starting the database', openLocalDatabase)
  const environment = { ...variables, DATABASE_URL: databaseUrl }
  await showProgress('Migrating', () => migrateDatabase(databaseUrl))
  await showProgress('Seeding', () => seedDatabase(environment, demoAccessFile))
  const { email, password } = readDemoAccess(demoAccessFile)
  console.log(`Studio ${url}, sign in as ${email} / ${password}`)
  await release()
  const web = startWeb(environment, 'inherit')
  const [exitCode] = (await once(web, 'exit')) as [number | null]
  return exitCode ?? 1
})
