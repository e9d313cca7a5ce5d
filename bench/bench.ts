import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadEnvFile } from 'node:process'
import { parseArgs } from 'node:util'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { ProgramError, runProgram } from '@/scripts/process/program'
import { showProgress } from '@/scripts/process/progress'
import { buildStudio, isBuildCurrent } from '@/scripts/studio/build'
import { openLocalDatabase } from '@/scripts/studio/database'
import { benchDecision } from './decision'
import { benchEvents } from './events'
import { type BenchResults, listFigures, type Part } from './figures'
import { formatHeading, formatPart, formatVerdict } from './format-table'
import { describeMachine } from './machine'
import { benchReports } from './reports'
import { benchServe } from './serve'
import { benchTag } from './tag'

const USAGE = `npm run bench -- [part …] [--json FILE]
  parts: serve decision events reports tag (all unless said otherwise)
  --json FILE   writes the same figures under stable names
DATABASE_URL names a Postgres in which databases may be made (and are dropped again); without it
the embedded one is started. What the figures mean: bench/README.md.`

// Serving first: it is the most easily disturbed by what the others leave for the database to do.
const PARTS: Readonly<Record<Part, (databaseUrl: string) => Promise<BenchResults>>> = {
  serve: async (url) => ({ serve: await benchServe(url) }),
  decision: async () => ({ decision: benchDecision() }),
  events: async (url) => ({ events: await benchEvents(url) }),
  reports: async (url) => ({ reports: await benchReports(url) }),
  tag: async () => ({ tag: benchTag() }),
}

runProgram(async () => {
  const { parts, jsonFile } = readOptions()
  const envFile = path.join(projectRoot, '.env')
  if (existsSync(envFile)) loadEnvFile(envFile)
  const at = new Date()
  const machine = describeMachine()
  console.log(formatHeading(machine, at))
  const databaseUrl = await showProgress('\nStarting the database', openLocalDatabase)
  if (parts.includes('serve') && !isBuildCurrent()) {
    await showProgress('Building, to measure what goes through Next', buildStudio)
  }
  const { results, failures } = await measure(parts, databaseUrl)
  const figures = listFigures(results)
  for (const part of parts) if (figures[part]) console.log(formatPart(part, figures[part]))
  console.log(formatVerdict(Object.values(figures).flat()))
  if (jsonFile) {
    writeFileSync(
      jsonFile,
      `${JSON.stringify({ at: at.toISOString(), machine, ...results }, null, 2)}\n`,
    )
  }
  return failures === 0 ? 0 : 1
})

/** Each part in its turn; one that fails says why, and the others are measured all the same. */
async function measure(
  parts: readonly Part[],
  databaseUrl: string,
): Promise<{ results: BenchResults; failures: number }> {
  let results: BenchResults = {}
  let failures = 0
  for (const part of parts) {
    try {
      const measured = await showProgress(`Measuring ${part}`, () => PARTS[part](databaseUrl))
      results = { ...results, ...measured }
    } catch (error) {
      failures += 1
      console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    }
  }
  return { results, failures }
}

function readOptions(): { parts: Part[]; jsonFile: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'string' } },
      allowPositionals: true,
    })
    const all = Object.keys(PARTS) as Part[]
    const unknown = positionals.filter((name) => !all.includes(name as Part))
    if (unknown.length > 0) throw new Error(`There is no part “${unknown.join(', ')}”.`)
    const parts = all.filter((part) => positionals.length === 0 || positionals.includes(part))
    return { parts, jsonFile: values.json && path.resolve(values.json) }
  } catch (error) {
    throw new ProgramError(`${error instanceof Error ? error.message : ''}\n\n${USAGE}`)
  }
}
