import { runProgram } from '@/scripts/process/program'
import { showProgress } from '@/scripts/process/progress'
import { buildStudio, isBuildCurrent } from '@/scripts/studio/build'
import { migrateDatabase, openLocalDatabase, seedDatabase } from '@/scripts/studio/database'
import { demoAccessFile, readDemoAccess } from '@/scripts/studio/demo-access'
import { prepareEnvironment } from '@/scripts/studio/local-environment'
import { getLogFile, keepWebRunning, startWebReady } from '@/scripts/studio/web'

const logName = 'web.log'

runProgram(async () => {
  const { url, variables, release } = await prepareEnvironment('production')
  const databaseUrl = await showProgress('Starting the database', openLocalDatabase)
  const environment = { ...variables, DATABASE_URL: databaseUrl }
  await showProgress('Migrating', () => migrateDatabase(databaseUrl))
  await showProgress('Seeding', () => seedDatabase(environment, demoAccessFile))
  if (!isBuildCurrent()) await showProgress('Building (about a minute)', buildStudio)
  await release()
  const web = await showProgress('Starting the studio', () =>
    startWebReady(url, environment, logName),
  )
  printWelcome(url)
  await keepWebRunning(web, url, environment, logName)
  return undefined
})

function printWelcome(url: string): void {
  const { email, password, placementId } = readDemoAccess(demoAccessFile)
  console.log(`Running; log in ${getLogFile(logName)}, Ctrl-C stops everything.\n`)
  console.log(`Studio ${url}`)
  console.log(`Sign in ${email} / ${password}`)
  console.log(`Ad ${url}/api/serve/${placementId}`)
  console.log(`Test page ${url}/demo/${placementId}`)
}
