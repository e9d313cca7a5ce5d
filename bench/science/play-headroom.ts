import { createRandom } from '@/lib/math/random'
import { deriveSeed } from '@/lib/math/hash'
import { computeHeadroom, playRounds } from '@/lib/learning/testing/play-rounds'
import type { Stretch } from '@/lib/learning/testing/play-rounds'
import type { Player } from '@/lib/learning/testing/player'
import { createAbTestPlayer } from '@/lib/learning/testing/players/ab-test-player'
import { createEpsilonGreedyPlayer } from '@/lib/learning/testing/players/epsilon-greedy-player'
import { createLayoutThompsonPlayer } from '@/lib/learning/testing/players/layout-thompson-player'
import { createLearnerPlayer } from '@/lib/learning/testing/players/learner-player'
import type { LearnerOptions } from '@/lib/learning/testing/players/learner-player'
import { createSlotThompsonPlayer } from '@/lib/learning/testing/players/slot-thompson-player'
import { createUniformPlayer } from '@/lib/learning/testing/players/uniform-player'
import { CELLS, WORLD_SHAPES, createSimulatedWorld } from '@/lib/learning/testing/simulated-world'
import type { SimulatedWorld, WorldName } from '@/lib/learning/testing/simulated-world'

export const BASELINES = [
  'uniform',
  'abTest',
  'epsilonGreedy',
  'slotThompson',
  'layoutThompson',
  'cellThompson',
] as const
export type PlayerName = (typeof BASELINES)[number] | 'ours'

/** One run: who plays which world, by seed. */
export interface HeadroomJob {
  readonly world: WorldName
  readonly seed: number
  readonly rounds: number
  readonly player: PlayerName
  /** For `ours`. */
  readonly learner: LearnerOptions
}

export interface Headroom {
  /** Of the expected reward of all rounds, from the first. */
  readonly cumulative: number
  /** Of the last tenth of the rounds: what was learnt by then. */
  readonly final: number
}

/** The headroom of the first tenth of the rounds and of all of them. */
export interface HeadroomResult {
  readonly early: Headroom
  readonly whole: Headroom
}

function createPlayer(job: HeadroomJob, world: SimulatedWorld, rounds: number): Player {
  const random = createRandom(deriveSeed(job.seed, 2))
  const { layoutCount } = world
  switch (job.player) {
    case 'uniform':
      return createUniformPlayer(world, random)
    case 'abTest':
      return createAbTestPlayer(layoutCount, random, rounds)
    case 'epsilonGreedy':
      return createEpsilonGreedyPlayer(layoutCount, random)
    case 'slotThompson':
      return createSlotThompsonPlayer(world, random)
    case 'layoutThompson':
      return createLayoutThompsonPlayer(random, {
        ...{ layoutCount, cellCount: 1, roundsPerDraw: layoutCount > 1000 ? 10 : 1 },
      })
    case 'cellThompson':
      return createLayoutThompsonPlayer(random, { layoutCount, cellCount: CELLS.length })
    case 'ours':
      return createLearnerPlayer(world, random, job.learner)
  }
}

function measure(stretches: readonly Stretch[]): Headroom {
  return { cumulative: computeHeadroom(stretches), final: computeHeadroom(stretches.slice(-1)) }
}

/** Plays one job. The world and its luck depend on the seed only, so players meet the same. */
export function playHeadroom(job: HeadroomJob): HeadroomResult {
  const { seed, rounds } = job
  const world = createSimulatedWorld(createRandom(seed), WORLD_SHAPES[job.world])
  const play = (horizon: number, marks: number[]) =>
    playRounds(world, createPlayer(job, world, horizon), {
      ...{ marks, random: createRandom(deriveSeed(seed, 1)) },
    })
  const early = rounds / 10
  const stretches = play(rounds, [0.9 * early, early, 0.9 * rounds, rounds])
  return {
    // An A/B test is planned for its horizon: the short one is a test of its own.
    early: measure(
      job.player === 'abTest' ? play(early, [0.9 * early, early]) : stretches.slice(0, 2),
    ),
    whole: measure(stretches),
  }
}
