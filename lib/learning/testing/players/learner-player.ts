import type { Observation } from '@/lib/learning/observations'
import { assetName, createLearner, listCandidates, slotName } from '@/lib/learning/testing/learner'
import type { LearnerSettings } from '@/lib/learning/testing/learner'
import type { Player } from '@/lib/learning/testing/player'
import { CELLS, FEATURES, layoutOf, picksOf } from '@/lib/learning/testing/simulated-world'
import type { WorldShape } from '@/lib/learning/testing/simulated-world'
import type { Random } from '@/lib/math/random'

/** Rounds that pass in an hour of the simulated world's clock. */
const ROUNDS_PER_HOUR = 1_000
const ROUND_MS = 3_600_000 / ROUNDS_PER_HOUR

export interface LearnerOptions extends Pick<LearnerSettings, 'explorationFloor' | 'draws'> {
  /** Rounds between two updates of the posterior. */
  readonly batch: number
  /** Wait also for this share of all rounds so far: the product learns once a hundredth is new. */
  readonly growth?: number
  /** Expect successes up to so many rounds late; without it an impression without one is a failure. */
  readonly windowRounds?: number
  /** Evidence of so many rounds ago counts half. */
  readonly halfLifeRounds?: number
}

interface Counts {
  impressions: number
  successes: number
  ageHours: number
  delayHours: number
}

/** The product's own learner, taught in batches. */
export function createLearnerPlayer(
  shape: WorldShape,
  random: Random,
  { batch, growth = 0, windowRounds, halfLifeRounds, ...settings }: LearnerOptions,
): Player {
  const { slotCount, assetCount } = shape
  const layoutCount = assetCount ** slotCount
  const all = Array.from({ length: assetCount }, (_, asset) => asset)
  let offered: readonly (readonly number[])[] = Array.from({ length: slotCount }, () => all)
  const learner = createLearner({
    ...settings,
    slots: offered.map((_, slot) => slotName(slot)),
    features: [...FEATURES],
    ...(windowRounds !== undefined && { windowHours: windowRounds / ROUNDS_PER_HOUR }),
    ...(halfLifeRounds !== undefined && { halfLifeHours: halfLifeRounds / ROUNDS_PER_HOUR }),
  })
  let draws: (((random: Random) => number[]) | undefined)[] = []
  const counts = new Map<number, Counts>()

  function countsOf(cell: number, layout: number): Counts {
    const key = cell * layoutCount + layout
    const known = counts.get(key)
    if (known) return known
    const fresh = { impressions: 0, successes: 0, ageHours: 0, delayHours: 0 }
    counts.set(key, fresh)
    return fresh
  }

  let learntAt = 0

  function learn(round: number): void {
    const rows = [...counts].map(([key, seen]) => ({
      ...describeKey(shape, key),
      ...seen,
      ageHours: (seen.impressions * (round - learntAt)) / 2 / ROUNDS_PER_HOUR,
    }))
    learner.learn(rows, round * ROUND_MS)
    counts.clear()
    draws = []
    learntAt = round
  }

  return {
    play(cell, round) {
      if (round - learntAt >= Math.max(batch, growth * round)) learn(round)
      const draw = (draws[cell] ??= learner.compile(CELLS[cell] ?? {}, listCandidates(offered)))
      const picks = draw(random).map((index, slot) => offered[slot]?.[index] ?? 0)
      const layout = layoutOf(shape, picks)
      countsOf(cell, layout).impressions += 1
      return layout
    },
    reward(cell, layout, shownAt, round) {
      const seen = countsOf(cell, layout)
      seen.successes += 1
      seen.delayHours += (round - shownAt) / ROUNDS_PER_HOUR
    },
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
