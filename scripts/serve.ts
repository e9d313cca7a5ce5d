import './web/check-configuration'
import { runProgram } from '@/scripts/process/program'
import { listen, openServing } from './web/start-serving'

// Ads, events, tag and pictures without the studio: as many of these as traffic needs.
runProgram(async () => {
  openServing()
  await listen(null)
  return undefined
})
