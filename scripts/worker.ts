import './web/check-configuration'
import { getDatabase } from '@/lib/db/client'
import { getPool } from '@/lib/db/pool'
import { onProgramEnd, runProgram } from '@/scripts/process/program'
import { runJobs } from './web/run-jobs'

// Rollups, learning and scheduled jobs, for installations whose web processes have JOBS_IN_WEB=false.
runProgram(async () => {
  onProgramEnd(async () => {
    await Promise.allSettled([getPool().end(), getDatabase().$disconnect()])
  })
  await runJobs()
  console.log('working')
  return undefined
})
