import { computeHeadroom, playRounds } from '@/lib/learning/testing/play-rounds'
import { WORLD_SHAPES, createSimulatedWorld } from '@/lib/learning/testing/simulated-world'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { createPlayer, type PlayerChoice } from './create-player'

interface DriftResult {
  /** Headroom before the change, of the half after it, and of the last tenth of all rounds. */
  readonly before: number
  readonly after: number
  readonly end: number
}

/** Strong 64; half-way every effect is drawn anew, and nobody is told. */
export function playDrift(seed: number, rounds: number, choice: PlayerChoice): DriftResult {
  const [early, late] = [seed, deriveSeed(seed, 3)].map((worldSeed) =>
    createSimulatedWorld(createRandom(worldSeed), WORLD_SHAPES.strong64),
  )
  if (!early || !late) throw new Error('There are two worlds.')
  const player = createPlayer(choice, early, createRandom(deriveSeed(seed, 2)), rounds)
  const random = createRandom(deriveSeed(seed, 1))
  const before = playRounds(early, player, { random, marks: [rounds / 2] })
  const after = playRounds(late, player, {
    ...{ random, from: rounds / 2, marks: [0.9 * rounds, rounds] },
  })
  return {
    before: computeHeadroom(before),
    after: computeHeadroom(after),
    end: computeHeadroom(after.slice(-1)),
  }
}
