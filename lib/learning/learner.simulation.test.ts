import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { createLearnedPolicy } from './compile-policy'
import { createPosterior } from './posterior'
import { measureCells, playRounds } from './testing/play-rounds'
import { MILD, STRONG, createSimulatedWorld } from './testing/simulated-world'
import { updatePosterior } from './update-posterior'
import type { EffectSizes } from './testing/simulated-world'

const BATCHES = 40
const ROUNDS_PER_BATCH = 500

/** (learner − uniform) / (oracle − uniform): over the whole run, and over its last fifth. */
function playSeed(seed: number, effects: EffectSizes) {
  const random = createRandom(seed)
  const world = createSimulatedWorld(random, effects, 3, 4)
  const marks = measureCells(world)
  let posterior = createPosterior({ slots: world.slots, features: ['device', 'daypart'] })
  const all = { gained: 0, possible: 0 }
  const late = { gained: 0, possible: 0 }
  for (let batch = 0; batch < BATCHES; batch++) {
    const policy = createLearnedPolicy(posterior, batch, { explorationFloor: 0.02, draws: 256 })
    const result = playRounds(world, marks, policy, ROUNDS_PER_BATCH, random)
    const update = updatePosterior(posterior, result.observations)
    if (update.kind === 'invalid') throw new Error(update.issues[0]?.message)
    posterior = update.posterior
    for (const sums of batch >= BATCHES * 0.8 ? [all, late] : [all]) {
      sums.gained += result.played - result.uniform
      sums.possible += result.oracle - result.uniform
    }
  }
  return { headroom: all.gained / all.possible, lateHeadroom: late.gained / late.possible }
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

describe('the learner in a world of known truth, 64 layouts, 20,000 rounds', () => {
  it.each([
    ['strong', STRONG, 0.65, 0.8],
    ['mild', MILD, 0.5, 0.6],
  ] as const)(
    'finds most of what there is to find: %s effects',
    { timeout: 60_000 },
    (_, effects, whole, end) => {
      const runs = [11, 12, 13, 14].map((seed) => playSeed(seed, effects))
      expect(mean(runs.map(({ headroom }) => headroom))).toBeGreaterThan(whole)
      expect(mean(runs.map(({ lateHeadroom }) => lateHeadroom))).toBeGreaterThan(end)
    },
  )
})
