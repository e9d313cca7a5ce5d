import type { PolicyTable } from '@/lib/decision/policy-table'
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
const DRAW_ROUNDS = 2000
const DRAWS_PER_ROUND = 500

export interface LearnerBench {
  /** A draw from a compiled table, by number of permutations. */
  readonly drawMicros: Readonly<Record<'10' | '1000000', number>>
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

/** Median of a draw of one combination: a uniform number, the alias table, the row of picks. */
function measureDraw({ sampler, picks, slots }: PolicyTable): number {
  const random = createRandom(2)
  const width = slots.length
  let checksum = 0
  const micros = Array.from({ length: DRAW_ROUNDS }, () => {
    const millis = timeMillis(() => {
      for (let draw = 0; draw < DRAWS_PER_ROUND; draw++) {
        const start = sampler.draw(random.next()) * width
        for (let slot = 0; slot < width; slot++) checksum += picks[start + slot] ?? Number.NaN
      }
    })
    return (millis * 1000) / DRAWS_PER_ROUND
  })
  if (!(checksum > 0)) throw new Error('Nothing was drawn.')
  return medianOf(micros.slice(DRAW_ROUNDS / 2)) ?? Number.NaN
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
  const cell = drawCell(random)
  const [small, large] = [CANDIDATES.slice(0, 1), CANDIDATES].map((candidates) =>
    policy.tableOf(cell, candidates),
  )
  if (!small || !large) throw new Error('Without constraints there is always a table.')
  return {
    drawMicros: { '10': measureDraw(small), '1000000': measureDraw(large) },
    compileMillis: medianOf(sorted) ?? Number.NaN,
    compileP95Millis: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    update,
  }
}
