import type { Observation } from '@/lib/learning/observations'
import { assetName, createLearner, listCandidates, slotName } from '@/lib/learning/testing/learner'
import type { LearnerSettings } from '@/lib/learning/testing/learner'
import type { Player } from '@/lib/learning/testing/player'
import { CELLS, FEATURES, layoutOf, picksOf } from '@/lib/learning/testing/simulated-world'
import type { WorldShape } from '@/lib/learning/testing/simulated-world'
import type { Random } from '@/lib/math/random'
import { Exposures } from './exposures'

export interface LearnerOptions extends Omit<LearnerSettings, 'slots' | 'features'> {
  /** Rounds between two updates of the posterior. */
  readonly batch: number
  /** Mean delay of successes to correct for, in rounds; without it impressions count at once. */
  readonly meanDelay?: number
}

/** The product's own learner, taught in batches. */
export function createLearnerPlayer(
  shape: WorldShape,
  random: Random,
  { batch, meanDelay, ...settings }: LearnerOptions,
): Player {
  const { slotCount, assetCount } = shape
  const layoutCount = assetCount ** slotCount
  const all = Array.from({ length: assetCount }, (_, asset) => asset)
  let offered: readonly (readonly number[])[] = Array.from({ length: slotCount }, () => all)
  const learner = createLearner({
    ...settings,
    slots: offered.map((_, slot) => slotName(slot)),
    features: [...FEATURES],
  })
  let draws: (((random: Random) => number[]) | undefined)[] = []
  const exposures = meanDelay === undefined ? null : new Exposures(meanDelay)
  let shown = new Map<number, number>()
  let successes = new Map<number, number>()

  function count(counts: Map<number, number>, cell: number, layout: number): void {
    const key = cell * layoutCount + layout
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }

  function learn(round: number): void {
    const impressions = exposures?.grow(shown, round - batch / 2, round) ?? shown
    const keys = new Set([...impressions.keys(), ...successes.keys()])
    learner.learn(
      [...keys].map((key) => ({
        ...describeKey(shape, key),
        impressions: impressions.get(key) ?? 0,
        successes: successes.get(key) ?? 0,
      })),
    )
    shown = new Map()
    successes = new Map()
    draws = []
  }

  return {
    play(cell, round) {
      if (round > 0 && round % batch === 0) learn(round)
      const draw = (draws[cell] ??= learner.compile(CELLS[cell] ?? {}, listCandidates(offered)))
      const picks = draw(random).map((index, slot) => offered[slot]?.[index] ?? 0)
      const layout = layoutOf(shape, picks)
      count(shown, cell, layout)
      return layout
    },
    reward: (cell, layout) => count(successes, cell, layout),
    offer(assets) {
      offered = assets
      draws = []
    },
  }
}

function describeKey(shape: WorldShape, key: number): Pick<Observation, 'cell' | 'assets'> {
  const layoutCount = shape.assetCount ** shape.slotCount
  const layout = key % layoutCount
  const assets = picksOf(shape, layout).map((pick, slot) => [slotName(slot), assetName(pick)])
  return {
    cell: CELLS[(key - layout) / layoutCount] ?? {},
    assets: Object.fromEntries(assets),
  }
}
