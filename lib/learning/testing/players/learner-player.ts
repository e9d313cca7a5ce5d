import type { SlotCandidates } from '@/lib/decision/policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import type { Observation } from '@/lib/learning/observations'
import { createPosterior } from '@/lib/learning/posterior'
import type { Player } from '@/lib/learning/testing/player'
import { CELLS, FEATURES, layoutOf, picksOf } from '@/lib/learning/testing/simulated-world'
import type { WorldShape } from '@/lib/learning/testing/simulated-world'
import { updatePosterior } from '@/lib/learning/update-posterior'
import type { Random } from '@/lib/math/random'

export interface LearnerOptions {
  /** Rounds between two updates of the posterior. */
  readonly batch: number
  readonly explorationFloor: number
  /** Posterior draws behind each compiled table. */
  readonly draws: number
}

/** Cumulative chances of the assets of a slot, in one cell. */
type SlotWheel = readonly number[]

const slotName = (slot: number) => `slot${slot}`
const assetName = (asset: number) => `asset${asset}`

function spin(wheel: SlotWheel, random: Random): number {
  const at = random.next()
  const index = wheel.findIndex((upTo) => at < upTo)
  return index < 0 ? wheel.length - 1 : index
}

/** The product's own learner: the only file of the proofs that knows how it is called. */
export function createLearnerPlayer(
  shape: WorldShape,
  random: Random,
  { batch, explorationFloor, draws }: LearnerOptions,
): Player {
  const { slotCount, assetCount } = shape
  const layoutCount = assetCount ** slotCount
  const slots = Array.from({ length: slotCount }, (_, slot) => slotName(slot))
  const all = Array.from({ length: assetCount }, (_, asset) => asset)
  let offered: readonly (readonly number[])[] = slots.map(() => all)
  let candidates = toCandidates(offered)
  let posterior = createPosterior({ slots, features: [...FEATURES] })
  let version = 0
  let policy = createLearnedPolicy(posterior, version, { explorationFloor, draws })
  let wheels: (SlotWheel[] | undefined)[] = []
  const counts = new Map<number, { impressions: number; successes: number }>()

  function countsOf(cell: number, layout: number) {
    const key = cell * layoutCount + layout
    const known = counts.get(key)
    if (known) return known
    const fresh = { impressions: 0, successes: 0 }
    counts.set(key, fresh)
    return fresh
  }

  function update(): void {
    const result = updatePosterior(
      posterior,
      [...counts].map(([key, seen]) => toObservation(shape, key, seen)),
    )
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
    version += 1
    policy = createLearnedPolicy(posterior, version, { explorationFloor, draws })
    counts.clear()
    wheels = []
  }

  function wheelsOf(cell: number): SlotWheel[] {
    return (wheels[cell] ??= policy
      .distributions(CELLS[cell] ?? {}, candidates)
      .map(({ probabilities }) => {
        let sum = 0
        return probabilities.map((probability) => (sum += probability))
      }))
  }

  return {
    play(cell, round) {
      if (round > 0 && round % batch === 0) update()
      const picks = wheelsOf(cell).map((wheel, slot) => offered[slot]?.[spin(wheel, random)] ?? 0)
      const layout = layoutOf(shape, picks)
      countsOf(cell, layout).impressions += 1
      return layout
    },
    reward(cell, layout) {
      countsOf(cell, layout).successes += 1
    },
    offer(assets) {
      offered = assets
      candidates = toCandidates(assets)
      wheels = []
    },
  }
}

function toCandidates(offered: readonly (readonly number[])[]): SlotCandidates[] {
  return offered.map((assets, slot) => ({
    slot: slotName(slot),
    assetIds: assets.map(assetName),
    weights: assets.map(() => 1),
  }))
}

function toObservation(
  shape: WorldShape,
  key: number,
  seen: { impressions: number; successes: number },
): Observation {
  const layoutCount = shape.assetCount ** shape.slotCount
  const layout = key % layoutCount
  const assets = picksOf(shape, layout).map((pick, slot) => [slotName(slot), assetName(pick)])
  return {
    cell: CELLS[(key - layout) / layoutCount] ?? {},
    assets: Object.fromEntries(assets),
    impressions: seen.impressions,
    successes: seen.successes,
  }
}
