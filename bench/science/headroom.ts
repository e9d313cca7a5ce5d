import { parseArgs } from 'node:util'
import { WORLD_SHAPES } from '@/lib/learning/testing/simulated-world'
import type { WorldName } from '@/lib/learning/testing/simulated-world'
import { estimateMean } from './mean-interval'
import { BASELINES, type PlayerChoice } from './create-player'
import type { HeadroomResult } from './play-headroom'
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
  const seeds = parseSeeds(values.seeds)
  for (const world of worlds) {
    if (!Object.hasOwn(WORLD_SHAPES, world)) throw new Error(`no world ${world}\n${USAGE}`)
    for (const { name, player } of listPlayers()) {
      const startedAt = Date.now()
      const results = await runJobs(
        seeds.map((seed) => ({
          kind: 'headroom' as const,
          job: { world, seed, player, rounds: Number(values.rounds) },
        })),
      )
      console.log(formatLine(world, name, results, Date.now() - startedAt))
    }
  }
}

function listPlayers(): { name: string; player: PlayerChoice }[] {
  const learner = { explorationFloor: Number(values.floor), draws: Number(values.draws) }
  return values.players.split(',').flatMap((kind): { name: string; player: PlayerChoice }[] => {
    if (kind === 'ours') {
      return values.batch.split(',').map((batch) => ({
        name: `ours, batches of ${batch}`,
        player: { kind: 'ours', learner: { ...learner, batch: Number(batch) } },
      }))
    }
    const baseline = BASELINES.find((known) => known === kind)
    if (!baseline) throw new Error(`no player ${kind}\n${USAGE}`)
    return [{ name: kind, player: { kind: baseline } }]
  })
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
