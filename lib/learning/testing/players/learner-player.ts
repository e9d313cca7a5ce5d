import type { Observation } from '@/lib/learning/observations'
import { assetName, createLearner, listCandidates, slotName } from '@/lib/learning/testing/learner'
import type { LearnerSettings } from '@/lib/learning/testing/learner'
import type { Player } from '@/lib/learning/testing/player'
import { CELLS, FEATURES, layoutOf, picksOf } from '@/lib/learning/testing/simulated-world'
import type { WorldShape } from '@/lib/learning/testing/simulated-world'
import type { Random } from '@/lib/math/random'

export interface LearnerOptions extends Omit<LearnerSettings, 'slots' | 'features'> {
  /** Rounds between two updates of the posterior. */
  readonly batch: number
}

interface Counts {
  impressions: number
  successes: number
}

/** The product's own learner, taught in batches. */
export function createLearnerPlayer(
  shape: WorldShape,
  random: Random,
  { batch, ...settings }: LearnerOptions,
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
  const counts = new Map<number, Counts>()

  function countsOf(cell: number, layout: number): Counts {
    const key = cell * layoutCount + layout
    const known = counts.get(key)
    if (known) return known
    const fresh = { impressions: 0, successes: 0 }
    counts.set(key, fresh)
    return fresh
  }

  function learn(): void {
    learner.learn([...counts].map(([key, seen]) => toObservation(shape, key, seen)))
    counts.clear()
    draws = []
  }

  return {
    play(cell, round) {
      if (round > 0 && round % batch === 0) learn()
      const draw = (draws[cell] ??= learner.compile(CELLS[cell] ?? {}, listCandidates(offered)))
      const picks = draw(random).map((index, slot) => offered[slot]?.[index] ?? 0)
      const layout = layoutOf(shape, picks)
      countsOf(cell, layout).impressions += 1
      return layout
    },
    reward(cell, layout) {
      countsOf(cell, layout).successes += 1
    },
    offer(assets) {
      offered = assets
      draws = []
    },
  }
}

function toObservation(shape: WorldShape, key: number, seen: Counts): Observation {
  const layoutCount = shape.assetCount ** shape.slotCount
  const layout = key % layoutCount
  const assets = picksOf(shape, layout).map((pick, slot) => [slotName(slot), assetName(pick)])
  return {
    cell: CELLS[(key - layout) / layoutCount] ?? {},
    assets: Object.fromEntries(assets),
    ...seen,
  }
}
