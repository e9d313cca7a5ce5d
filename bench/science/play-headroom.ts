import { computeHeadroom, playRounds } from '@/lib/learning/testing/play-rounds'
import type { Stretch } from '@/lib/learning/testing/play-rounds'
import { WORLD_SHAPES, createSimulatedWorld } from '@/lib/learning/testing/simulated-world'
import type { WorldName } from '@/lib/learning/testing/simulated-world'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { createPlayer, type PlayerChoice } from './create-player'

/** One run: who plays which world, by seed. */
export interface HeadroomJob {
  readonly world: WorldName
  readonly seed: number
  readonly rounds: number
  readonly player: PlayerChoice
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

function measure(stretches: readonly Stretch[]): Headroom {
  return { cumulative: computeHeadroom(stretches), final: computeHeadroom(stretches.slice(-1)) }
}

/** Plays one job. The world and its luck depend on the seed only, so players meet the same. */
export function playHeadroom({ seed, rounds, player, ...job }: HeadroomJob): HeadroomResult {
  const world = createSimulatedWorld(createRandom(seed), WORLD_SHAPES[job.world])
  const play = (horizon: number, marks: number[]) =>
    playRounds(world, createPlayer(player, world, createRandom(deriveSeed(seed, 2)), horizon), {
      ...{ marks, random: createRandom(deriveSeed(seed, 1)) },
    })
  const early = rounds / 10
  const stretches = play(rounds, [0.9 * early, early, 0.9 * rounds, rounds])
  return {
    // An A/B test is planned for its horizon: the short one is a test of its own.
    early: measure(
      player.kind === 'abTest' ? play(early, [0.9 * early, early]) : stretches.slice(0, 2),
    ),
    whole: measure(stretches),
  }
}
