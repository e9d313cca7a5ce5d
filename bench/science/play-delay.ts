import { computeHeadroom, playRounds } from '@/lib/learning/testing/play-rounds'
import { WORLD_SHAPES, createSimulatedWorld } from '@/lib/learning/testing/simulated-world'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { createPlayer, type PlayerChoice } from './create-player'

interface DelayResult {
  /** Headroom of the first tenth of the rounds, and of all. */
  readonly early: number
  readonly whole: number
}

/** Strong 64, where successes come after an exponential delay; a mean of 0 rounds is none. */
export function playDelay(
  seed: number,
  rounds: number,
  choice: PlayerChoice,
  meanDelay: number,
): DelayResult {
  const world = createSimulatedWorld(createRandom(seed), WORLD_SHAPES.strong64)
  const player = createPlayer(choice, world, createRandom(deriveSeed(seed, 2)), rounds)
  const stretches = playRounds(world, player, {
    marks: [rounds / 10, rounds],
    random: createRandom(deriveSeed(seed, 1)),
    ...(meanDelay > 0 ? { meanDelay } : {}),
  })
  return {
    early: computeHeadroom(stretches.slice(0, 1)),
    whole: computeHeadroom(stretches),
  }
}
