import { ProgramError, runProgram } from '@/scripts/process/program'
import { ensureChromium } from './chromium'
import { runLanes } from './run-stages'
import { stages } from './stages'
import { addCounts } from './test-counts'

runProgram(async () => {
  const wanted = chooseStages(process.argv.slice(2))
  // Asked at once, so that nobody waits for minutes to hear that a browser is missing.
  if (wanted.some((stage) => stage.name === 'browser')) ensureChromium()

  const isStatic = (name: string) => ['format', 'lint', 'types'].includes(name)
  const unit = wanted.filter((stage) => stage.name === 'unit')
  const first = await runLanes([wanted.filter((stage) => isStatic(stage.name)), unit], console.log)
  const rest = wanted.filter((stage) => !isStatic(stage.name) && stage.name !== 'unit')
  const second = await runLanes([first.failedCount > 0 ? [] : rest], console.log)

  const { passedCount, failedCount } = addCounts([first, second])
  console.log(`${passedCount} passed, ${failedCount} failed`)
  return failedCount > 0 ? 1 : 0
})

function chooseStages(names: string[]) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown) {
    const known = stages.map((stage) => stage.name).join(', ')
    throw new ProgramError(`There is no stage "${unknown}"; there are: ${known}.`)
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name))
}
