import './web/check-configuration'
import next from 'next'
import { getEnv } from '@/lib/env'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { onProgramEnd, runProgram } from '@/scripts/process/program'
import { runJobs } from './web/run-jobs'
import { listen, openServing } from './web/start-serving'

// The whole product in one process: ads, studio and jobs.
runProgram(async () => {
  openServing()
  const { NODE_ENV, HOST, PORT, JOBS_IN_WEB } = getEnv()
  if (JOBS_IN_WEB) void runJobs()
  const app = next({
    dev: NODE_ENV === 'development',
    dir: projectRoot,
    hostname: HOST,
    port: PORT,
  })
  await app.prepare()
  onProgramEnd(() => app.close())
  const server = await listen(app.getRequestHandler())
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket, head).catch(() => socket.destroy())
  })
  return undefined
})
