import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadEnvFile } from 'node:process'
import { parseArgs } from 'node:util'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { ProgramError, runProgram } from '@/scripts/process/program'
import { showProgress } from '@/scripts/process/progress'
import { buildStudio, isBuildCurrent } from '@/scripts/studio/build'
import { openLocalDatabase } from '@/scripts/studio/database'
import { benchAssets } from './assets'
import { benchDecision } from './decision'
import { benchEvents } from './events'
import { type BenchResults, listFigures, type Part } from './figures'
import { formatHeading, formatPart, formatVerdict } from './format-table'
import { describeMachine } from './machine'
import { benchLearner } from './learner'
import { benchLibrary } from './library'
import { benchProof } from './proof'
import { benchReports } from './reports'
import { benchScience, SCIENCE_SECTIONS, type ScienceSection } from './science'
import { writeTable } from './science/write-table'
import { benchServe } from './serve'
import { benchTag } from './tag'

const USAGE = `npm run bench -- [part …] [--json FILE] [--markdown FILE] [--only SECTION,…]
  parts: serve decision events reports library assets tag learner proof science (all unless said otherwise)
  --json FILE       writes the same figures under stable names
  --markdown FILE   writes each table of \`science\` between its marks in FILE
  --only SECTION,…  of \`science\`: ${SCIENCE_SECTIONS.join(' ')}
DATABASE_URL names a Postgres in which databases may be made (and are dropped again); without it
the embedded one is started, by the parts that need one: serve events reports library. What the figures mean: bench/README.md.`

// Serving first: it is the most easily disturbed by what the others leave for the database to do.
const WITH_DATABASE = {
  serve: async (url: string) => ({ serve: await benchServe(url) }),
  events: async (url: string) => ({ events: await benchEvents(url) }),
  reports: async (url: string) => ({ reports: await benchReports(url) }),
  library: async (url: string) => ({ library: await benchLibrary(url) }),
}
const ALONE = {
  decision: async () => ({ decision: benchDecision() }),
  assets: async () => ({ assets: await benchAssets() }),
  tag: async () => ({ tag: benchTag() }),
  learner: async () => ({ learner: await benchLearner() }),
  proof: async () => ({ proof: benchProof() }),
  science: async ({ sections, markdownFile }: Options) => ({
    science: await benchScience(sections, (section, table) => {
      console.log(`\n${table}\n`)
      if (markdownFile) writeTable(markdownFile, section, table)
    }),
  }),
}
const PARTS: readonly Part[] = [
  ...(Object.keys(WITH_DATABASE) as (keyof typeof WITH_DATABASE)[]),
  ...(Object.keys(ALONE) as (keyof typeof ALONE)[]),
]

runProgram(async () => {
  const options = readOptions()
  const { parts, jsonFile } = options
  const envFile = path.join(projectRoot, '.env')
  if (existsSync(envFile)) loadEnvFile(envFile)
  const at = new Date()
  const machine = describeMachine()
  console.log(formatHeading(machine, at))
  console.log()
  const databaseUrl = parts.some((part) => part in WITH_DATABASE)
    ? await showProgress('Starting the database', openLocalDatabase)
    : null
  if (parts.includes('serve') && !isBuildCurrent()) {
    await showProgress('Building, to measure what goes through Next', buildStudio)
  }
  const { results, failures } = await measure(options, databaseUrl)
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
  options: Options,
  databaseUrl: string | null,
): Promise<{ results: BenchResults; failures: number }> {
  let results: BenchResults = {}
  let failures = 0
  for (const part of options.parts) {
    try {
      const measured = await showProgress(`Measuring ${part}`, () =>
        measurePart(part, options, databaseUrl),
      )
      results = { ...results, ...measured }
    } catch (error) {
      failures += 1
      console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    }
  }
  return { results, failures }
}

function measurePart(
  part: Part,
  options: Options,
  databaseUrl: string | null,
): Promise<BenchResults> {
  if (part === 'serve' || part === 'events' || part === 'reports' || part === 'library') {
    if (databaseUrl === null) throw new Error(`${part} needs a database.`)
    return WITH_DATABASE[part](databaseUrl)
  }
  return ALONE[part](options)
}

interface Options {
  readonly parts: Part[]
  readonly jsonFile: string | undefined
  readonly markdownFile: string | undefined
  /** Of the part `science`. */
  readonly sections: readonly ScienceSection[]
}

function readOptions(): Options {
  try {
    const { values, positionals } = parseArgs({
      options: {
        json: { type: 'string' },
        markdown: { type: 'string' },
        only: { type: 'string', default: SCIENCE_SECTIONS.join(',') },
      },
      allowPositionals: true,
    })
    const unknown = positionals.filter((name) => !PARTS.includes(name as Part))
    if (unknown.length > 0) throw new Error(`There is no part “${unknown.join(', ')}”.`)
    const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part))
    const [jsonFile, markdownFile] = [values.json, values.markdown].map(
      (file) => file && path.resolve(file),
    )
    const sections = values.only.split(',').map((name) => {
      const known = SCIENCE_SECTIONS.find((section) => section === name)
      if (!known) throw new Error(`There is no section “${name}”.`)
      return known
    })
    return { parts, jsonFile, markdownFile, sections }
  } catch (error) {
    throw new ProgramError(`${error instanceof Error ? error.message : ''}\n\n${USAGE}`)
  }
}
