import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { onProgramEnd, ProgramError, runProgram } from '@/scripts/process/program'
import { readAccess } from '@/scripts/seed/access-file'
import { demoAccessFile } from '@/scripts/studio/demo-access'
import { describeProgress, describeSummary } from './describe-traffic'
import { runTraffic } from './run-traffic'
import { strengths } from './truth'

const USAGE = `npm run traffic -- [options]
  --visitors N      page views, 30000 unless said otherwise
  --per-second R    visits started a second at most (100)
  --minutes M       stop after so long (15)
  --url URL         studio on this machine (the demonstration's)
  --placement ID    only this placement of the demonstration (all of them, in turn)
  --access FILE     how to reach the demonstration (${demoAccessFile})
  --seed N          of the visitors (now)
  --truth KIND      strong or mild: how much elements differ (strong); mild is nearer to life
  --truth-seed N    another truth; begin with a fresh demonstration, or it has to unlearn this one
All of it is simulated: a known truth decides who clicks, and what it is stays in this program.`

const text = { type: 'string' } as const
const positive = z.coerce.number().positive('has to be above zero')
const optionsSchema = z.object({
  visitors: positive.int().default(30_000),
  'per-second': positive.default(100),
  minutes: positive.default(15),
  url: z.url().optional(),
  placement: z.string().optional(),
  access: z.string().default(demoAccessFile),
  seed: z.coerce.number().int().optional(),
  truth: z.enum(strengths).default('strong'),
  'truth-seed': z.coerce.number().int().optional(),
})

runProgram(async () => {
  const options = readOptions()
  const access = readAccess(path.resolve(projectRoot, options.access))
  if (!access) throw new ProgramError(`Run the demonstration first.\n\n${USAGE}`)
  const url = options.url ?? access.url
  const placementIds = access.placements
    .map(({ id }) => id)
    .filter((id) => options.placement === undefined || id === options.placement)
  if (placementIds.length === 0) {
    throw new ProgramError(`The demonstration has no placement ${options.placement}.`)
  }
  const stop = new AbortController()
  const traffic = runTraffic({
    url,
    placementIds,
    studio: access,
    visitors: options.visitors,
    perSecond: options.perSecond,
    durationMs: options.minutes * 60_000,
    seed: options.seed ?? Date.now() % 1_000_000,
    truthSeed: options.truthSeed,
    strength: options.truth,
    onProgress: (tally, rankings) => console.log(describeProgress(tally, rankings)),
    signal: stop.signal,
  }).then((summary) => console.log(describeSummary(summary)))
  // Ctrl-C: what is under way ends, and the summary is of what there was.
  onProgramEnd(() => {
    stop.abort()
    return traffic.catch(() => undefined)
  })
  console.log(
    `Simulated traffic to ${url}, after a ${options.truth} truth: Ctrl-C stops and sums up.`,
  )
  await traffic
  return 0
})

function readOptions() {
  const names = Object.keys(optionsSchema.shape)
  try {
    const { values } = parseArgs({ options: Object.fromEntries(names.map((n) => [n, text])) })
    const parsed = optionsSchema.parse(values)
    return { ...parsed, perSecond: parsed['per-second'], truthSeed: parsed['truth-seed'] }
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new ProgramError(`${reason}\n\n${USAGE}`)
  }
}
