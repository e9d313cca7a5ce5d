import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { createPosterior } from '@/lib/learning/posterior'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { createRandom } from '@/lib/math/random'
import { medianOf } from './median'
import {
  CANDIDATES,
  drawCell,
  FEATURES,
  makeObservations,
  SLOTS,
} from './science/make-observations'
import type { UpdateCost } from './science/measure-update'
import { runJobs } from './science/run-jobs'

const FLOOR = 0.05
const CELLS = 40

export interface LearnerBench {
  /** Compiling one cell of 6 slots × 10 assets, as it is served. */
  readonly compileMillis: number
  readonly compileP95Millis: number
  readonly update: UpdateCost
}

function learnSome() {
  const posterior = createPosterior({ slots: SLOTS, features: FEATURES })
  const result = updatePosterior(posterior, makeObservations(100_000, createRandom(1)))
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

function timeMillis(work: () => void): number {
  const startedAt = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - startedAt) / 1e6
}

/** Speed of the learner itself; the memory of an update is measured in a process of its own. */
export async function benchLearner(): Promise<LearnerBench> {
  const [update] = await runJobs([{ kind: 'update', job: null }])
  if (!update) throw new Error('The update was not measured.')
  const random = createRandom(3)
  const policy = createLearnedPolicy(learnSome(), 1, { explorationFloor: FLOOR, constraints: [] })
  const compiled = Array.from({ length: CELLS }, () => {
    const cell = drawCell(random)
    return timeMillis(() => policy.tableOf(cell, CANDIDATES))
  })
  const sorted = compiled.slice(CELLS / 4).sort((a, b) => a - b)
  return {
    compileMillis: medianOf(sorted) ?? Number.NaN,
    compileP95Millis: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    update,
  }
}
