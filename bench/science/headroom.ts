import { parseArgs } from 'node:util'
import { WORLD_SHAPES } from '@/lib/learning/testing/simulated-world'
import type { WorldName } from '@/lib/learning/testing/simulated-world'
import { estimateMean } from './mean-interval'
import { BASELINES, type HeadroomJob, type HeadroomResult, type PlayerName } from './play-headroom'
import { runJobs } from './run-jobs'

const USAGE = `node --import tsx bench/science/headroom.ts [options]
  --world strong64,mild64,strong10000,mild10000   (strong64)
  --seeds 1-8                                     (1-8; 9001- are those nothing is tuned on)
  --rounds 100000
  --players ours,${BASELINES.join(',')}  (ours)
  --batch 100  --floor 0  --draws 64              (ours only; a list of batches is compared)`

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: 'strong64' },
    seeds: { type: 'string', default: '1-8' },
    rounds: { type: 'string', default: '100000' },
    players: { type: 'string', default: 'ours' },
    batch: { type: 'string', default: '100' },
    floor: { type: 'string', default: '0' },
    draws: { type: 'string', default: '64' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(USAGE)
} else {
  await main()
}

function parseSeeds(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from = Number.NaN, to = from] = part.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
}

async function main(): Promise<void> {
  const worlds = values.world.split(',') as WorldName[]
  const players = values.players.split(',') as PlayerName[]
  const batches = values.batch.split(',').map(Number)
  const seeds = parseSeeds(values.seeds)
  for (const world of worlds) {
    if (!Object.hasOwn(WORLD_SHAPES, world)) throw new Error(`no world ${world}\n${USAGE}`)
    for (const player of players) {
      for (const batch of player === 'ours' ? batches : [0]) {
        const jobs = seeds.map((seed): { kind: 'headroom'; job: HeadroomJob } => ({
          kind: 'headroom',
          job: {
            ...{ world, seed, player, rounds: Number(values.rounds) },
            learner: {
              batch,
              explorationFloor: Number(values.floor),
              draws: Number(values.draws),
            },
          },
        }))
        const startedAt = Date.now()
        const results = await runJobs(jobs)
        const name = player === 'ours' ? `ours, batches of ${batch}` : player
        console.log(formatLine(world, name, results, Date.now() - startedAt))
      }
    }
  }
}

function formatLine(
  world: string,
  name: string,
  results: readonly HeadroomResult[],
  durationMs: number,
): string {
  const show = (pick: (result: HeadroomResult) => number) => {
    const { mean, halfWidth } = estimateMean(results.map(pick))
    return `${mean.toFixed(3)} ±${halfWidth.toFixed(3)}`
  }
  return [
    `${world.padEnd(12)}${name.padEnd(24)}`,
    `first tenth ${show(({ early }) => early.cumulative)} (end ${show(({ early }) => early.final)})`,
    `  all ${show(({ whole }) => whole.cumulative)} (end ${show(({ whole }) => whole.final)})`,
    `  ${(durationMs / 1000).toFixed(0)} s`,
  ].join('')
}
