import type { Player } from '@/lib/learning/testing/player'
import { createAbTestPlayer } from '@/lib/learning/testing/players/ab-test-player'
import { createEpsilonGreedyPlayer } from '@/lib/learning/testing/players/epsilon-greedy-player'
import { createLayoutThompsonPlayer } from '@/lib/learning/testing/players/layout-thompson-player'
import { createLearnerPlayer } from '@/lib/learning/testing/players/learner-player'
import type { LearnerOptions } from '@/lib/learning/testing/players/learner-player'
import { createSlotThompsonPlayer } from '@/lib/learning/testing/players/slot-thompson-player'
import { createUniformPlayer } from '@/lib/learning/testing/players/uniform-player'
import { CELLS } from '@/lib/learning/testing/simulated-world'
import type { SimulatedWorld } from '@/lib/learning/testing/simulated-world'
import type { Random } from '@/lib/math/random'

export const BASELINES = [
  'uniform',
  'abTest',
  'epsilonGreedy',
  'slotThompson',
  'layoutThompson',
  'cellThompson',
] as const

/** One of those we compare with, or our learner with its settings. */
export type PlayerChoice =
  | { readonly kind: (typeof BASELINES)[number] }
  | { readonly kind: 'ours'; readonly learner: LearnerOptions }

/** From so many layouts on, full enumeration draws once for ten rounds: it would take for ever. */
const MANY_LAYOUTS = 1000

export function createPlayer(
  choice: PlayerChoice,
  world: SimulatedWorld,
  random: Random,
  rounds: number,
): Player {
  const { layoutCount } = world
  const roundsPerDraw = layoutCount > MANY_LAYOUTS ? 10 : 1
  switch (choice.kind) {
    case 'uniform':
      return createUniformPlayer(world, random)
    case 'abTest':
      return createAbTestPlayer(layoutCount, random, rounds)
    case 'epsilonGreedy':
      return createEpsilonGreedyPlayer(layoutCount, random)
    case 'slotThompson':
      return createSlotThompsonPlayer(world, random)
    case 'layoutThompson':
      return createLayoutThompsonPlayer(random, { layoutCount, cellCount: 1, roundsPerDraw })
    case 'cellThompson':
      return createLayoutThompsonPlayer(random, {
        ...{ layoutCount, cellCount: CELLS.length, roundsPerDraw },
      })
    case 'ours':
      return createLearnerPlayer(world, random, choice.learner)
  }
}
