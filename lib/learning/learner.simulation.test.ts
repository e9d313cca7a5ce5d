import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { computeHeadroom, playRounds } from './testing/play-rounds'
import type { Player } from './testing/player'
import { createLearnerPlayer } from './testing/players/learner-player'
import { createSlotThompsonPlayer } from './testing/players/slot-thompson-player'
import { WORLD_SHAPES, createSimulatedWorld } from './testing/simulated-world'
import type { SimulatedWorld, WorldName } from './testing/simulated-world'

const ROUNDS = 20_000
const SEEDS = Array.from({ length: 6 }, (_, index) => 11 + index)

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Headroom over the whole run, and over its last fifth; mean of the seeds. */
function play(name: WorldName, createPlayer: (world: SimulatedWorld, seed: number) => Player) {
  const runs = SEEDS.map((seed) => {
    const world = createSimulatedWorld(createRandom(seed), WORLD_SHAPES[name])
    return playRounds(world, createPlayer(world, seed), {
      ...{ marks: [0.8 * ROUNDS, ROUNDS], random: createRandom(seed + 1000) },
    })
  })
  return {
    whole: mean(runs.map(computeHeadroom)),
    late: mean(runs.map((stretches) => computeHeadroom(stretches.slice(-1)))),
  }
}

const playOurs = (name: WorldName) =>
  play(name, (world, seed) =>
    createLearnerPlayer(world, createRandom(seed + 2000), {
      ...{ batch: 1000, explorationFloor: 0.02, draws: 64 },
    }),
  )

describe('the learner in a world of known truth, 64 layouts, 20,000 rounds', () => {
  it(
    'finds most of what there is to find, and more than Thompson sampling by slot: strong',
    {
      timeout: 60_000,
    },
    () => {
      const ours = playOurs('strong64')
      const bySlot = play('strong64', (world, seed) =>
        createSlotThompsonPlayer(world, createRandom(seed + 2000)),
      )
      expect(ours.whole).toBeGreaterThan(0.65)
      expect(ours.late).toBeGreaterThan(0.8)
      expect(bySlot.late).toBeGreaterThan(0.5)
      expect(ours.late).toBeGreaterThan(bySlot.late + 0.03)
    },
  )

  it('finds most of what there is to find: mild', { timeout: 60_000 }, () => {
    const ours = playOurs('mild64')
    expect(ours.whole).toBeGreaterThan(0.45)
    expect(ours.late).toBeGreaterThan(0.6)
  })
})
