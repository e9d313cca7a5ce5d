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
import { timeWork } from './time-work'

const FLOOR = 0.05
const CELLS = 40

export interface LearnerBench {
  /** Compiling one cell of 6 slots × 10 assets, as it is served: medians. */
  readonly compileCpuMillis: number
  readonly compileMillis: number
  readonly update: UpdateCost
}

function learnSome() {
  const posterior = createPosterior({ slots: SLOTS, features: FEATURES })
  const result = updatePosterior(posterior, makeObservations(100_000, createRandom(1)))
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

/** Speed of the learner itself; the memory of an update is measured in a process of its own. */
export async function benchLearner(): Promise<LearnerBench> {
  const [update] = await runJobs([{ kind: 'update', job: null }])
  if (!update) throw new Error('The update was not measured.')
  const random = createRandom(3)
  const policy = createLearnedPolicy(learnSome(), 1, { explorationFloor: FLOOR, constraints: [] })
  const compiled = Array.from({ length: CELLS }, () => {
    const cell = drawCell(random)
    return timeWork(() => policy.tableOf(cell, CANDIDATES)).time
  }).slice(CELLS / 4)
  return {
    compileCpuMillis: medianOf(compiled.map(({ cpuMillis }) => cpuMillis)) ?? Number.NaN,
    compileMillis: medianOf(compiled.map(({ millis }) => millis)) ?? Number.NaN,
    update,
  }
}
