import { rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { onProgramEnd, runProgram } from '@/scripts/process/program'
import { seedDatabase } from '@/scripts/studio/database'
import { prepareEnvironment } from '@/scripts/studio/local-environment'
import { keepWebRunning, startWebReady } from '@/scripts/studio/web'
import { OIDC_ENVIRONMENT } from './oidc-environment'
import { seedLargeLibrary } from './seed-large-library'
import { createMigratedDatabase } from './test-database'
import { startTestServer } from './test-server'

// A production studio for the browser tests (Playwright's `webServer`): the existing build, a fresh
// seeded database, a storage folder of its own. Sign-in details are in .intarsia/e2e.json.
const logName = 'e2e-web.log'
const storageFolder = '.intarsia/e2e-storage'

runProgram(async () => {
  rmSync(path.join(projectRoot, storageFolder), { recursive: true, force: true })
  const { url, variables, release } = await prepareEnvironment('production', 3100)
  const server = await startTestServer()
  onProgramEnd(server.stop)
  const database = await createMigratedDatabase(server.adminUrl)
  onProgramEnd(database.drop)
  const environment = {
    ...variables,
    ...OIDC_ENVIRONMENT,
    DATABASE_URL: database.url,
    STORAGE_DIR: storageFolder,
    // Where the tests have their shop.
    PRODUCT_PICTURE_ADDRESSES: '127.0.0.1',
  }
  await seedDatabase(environment, '.intarsia/e2e.json')
  await seedLargeLibrary(database.url)
  await release()
  const web = await startWebReady(url, environment, logName)
  console.log(`ready ${url}`)
  await keepWebRunning(web, url, environment, logName)
  return undefined
})
