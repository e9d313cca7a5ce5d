import type { WorldName } from '@/lib/learning/testing/simulated-world'
import type { PlayerChoice } from './create-player'
import { estimateMean, type MeanInterval } from './mean-interval'
import type { HeadroomResult } from './play-headroom'
import { runJobs } from './run-jobs'
import { CAMPAIGN_FLOOR, COARSE, FINE, PROOF_SEEDS, ROUNDS } from './settings'
import type { OnDone } from './follow-jobs'

interface Contestant {
  readonly name: string
  readonly player: PlayerChoice
  /** Worlds that are left to the others: it would take too long there. */
  readonly without?: readonly WorldName[]
}

/** The slowest first, so that the cores end together. */
const CONTESTANTS = {
  ours100: {
    name: 'ours, batches of 100',
    player: { kind: 'ours', learner: FINE },
    without: ['mild10000'],
  },
  ours1000: { name: 'ours, batches of 1,000', player: { kind: 'ours', learner: COARSE } },
  oursWithFloor: {
    name: 'ours, batches of 1,000, 5 % exploration kept',
    player: { kind: 'ours', learner: { ...COARSE, explorationFloor: CAMPAIGN_FLOOR } },
  },
  layoutThompson: {
    name: 'full enumeration: Beta Thompson by layout',
    player: { kind: 'layoutThompson' },
  },
  cellThompson: {
    name: 'full enumeration: Beta Thompson by layout and cell',
    player: { kind: 'cellThompson' },
    without: ['strong10000', 'mild10000'],
  },
  slotThompson: { name: 'Beta Thompson by slot, no context', player: { kind: 'slotThompson' } },
  epsilonGreedy: { name: 'ε-greedy by layout, ε 0.1', player: { kind: 'epsilonGreedy' } },
  abTest: { name: 'A/B of 8, commit at 20 %', player: { kind: 'abTest' } },
  uniform: { name: 'uniform', player: { kind: 'uniform' } },
} as const satisfies Record<string, Contestant>
export type ContestantName = keyof typeof CONTESTANTS
export const CONTESTANT_NAMES = Object.keys(CONTESTANTS) as ContestantName[]
export const titleOf = (name: ContestantName) => CONTESTANTS[name].name

/** Of one policy in one world, over the seeds of the proof. */
export interface HeadroomLine {
  /** Headroom from the first round to the 10,000th and to the 100,000th. */
  readonly at10k: MeanInterval
  readonly at100k: MeanInterval
  /** Of rounds 90,001 to 100,000 alone. */
  readonly final: MeanInterval
}
export type HeadroomTable = Partial<Record<ContestantName, HeadroomLine>>

export function summariseHeadroom(results: readonly HeadroomResult[]): HeadroomLine {
  return {
    at10k: estimateMean(results.map(({ early }) => early.cumulative)),
    at100k: estimateMean(results.map(({ whole }) => whole.cumulative)),
    final: estimateMean(results.map(({ whole }) => whole.final)),
  }
}

/** Every policy in one world. */
export async function measureHeadroom(world: WorldName, onDone: OnDone): Promise<HeadroomTable> {
  const names = CONTESTANT_NAMES.filter((name) => {
    const { without = [] }: Contestant = CONTESTANTS[name]
    return !without.includes(world)
  })
  const jobs = names.flatMap((name) =>
    PROOF_SEEDS.map((seed) => ({
      kind: 'headroom' as const,
      job: { world, seed, rounds: ROUNDS, player: CONTESTANTS[name].player },
    })),
  )
  const results = await runJobs(jobs, (done) => onDone(done, jobs.length))
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      summariseHeadroom(
        results.slice(index * PROOF_SEEDS.length, (index + 1) * PROOF_SEEDS.length),
      ),
    ]),
  )
}
