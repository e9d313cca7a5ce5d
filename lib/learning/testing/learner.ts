import type { SlotCandidates } from '@/lib/decision/policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import type { Observation } from '@/lib/learning/observations'
import { createPosterior } from '@/lib/learning/posterior'
import { updatePosterior } from '@/lib/learning/update-posterior'
import type { Random } from '@/lib/math/random'

export interface LearnerSettings {
  readonly slots: readonly string[]
  readonly features: readonly string[]
  readonly explorationFloor: number
  /** Posterior draws behind each compiled table. */
  readonly draws: number
  /** Successes may come so many hours late. */
  readonly windowHours?: number
  /** Evidence of so many hours ago counts half. */
  readonly halfLifeHours?: number
}

/** The product's own learner, from an empty posterior on. */
export interface Learner {
  /** Learns from a batch; tables asked for afterwards are of the next version. */
  learn(batch: readonly Observation[], nowMs?: number): void
  /** Compiles a cell; what it returns draws the index of an asset among each slot's candidates. */
  compile(
    cell: Readonly<Record<string, string>>,
    candidates: readonly SlotCandidates[],
  ): (random: Random) => number[]
}

/** The only file of the proofs that knows how the learner is called. */
export function createLearner({ explorationFloor, draws, ...model }: LearnerSettings): Learner {
  const settings = { explorationFloor, draws, constraints: [] }
  let posterior = createPosterior(model)
  let version = 0
  let policy = createLearnedPolicy(posterior, version, settings)
  return {
    learn(batch, nowMs = 0) {
      const result = updatePosterior(posterior, batch, { nowMs })
      if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
      posterior = result.posterior
      version += 1
      policy = createLearnedPolicy(posterior, version, settings)
    },
    compile(cell, candidates) {
      const table = policy.tableOf(cell, candidates)
      if (!table) throw new Error('Without constraints there is always something to show.')
      const { picks, sampler } = table
      return (random) => {
        const start = sampler.draw(random.next()) * candidates.length
        return [...picks.subarray(start, start + candidates.length)]
      }
    },
  }
}

/** Candidates without preferences, named by number. */
export function listCandidates(offered: readonly (readonly number[])[]): SlotCandidates[] {
  return offered.map((assets, slot) => ({
    slot: slotName(slot),
    assetIds: assets.map(assetName),
    weights: assets.map(() => 1),
  }))
}

export const slotName = (slot: number) => `slot${slot}`
export const assetName = (asset: number) => `asset${asset}`
