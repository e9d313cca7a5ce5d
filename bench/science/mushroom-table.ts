import { estimateMean, type MeanInterval } from './mean-interval'
import { MUSHROOM_MARKS, type MushroomResult } from './play-mushroom-run'
import { runJobs } from './run-jobs'
import { PROOF_SEEDS } from './settings'
import type { OnDone } from './follow-jobs'

const SETTINGS = { batch: 50, explorationFloor: 0, draws: 64 }

/** Mistakes so far, mean over orders of the mushrooms. */
export interface MushroomRow extends Readonly<Record<keyof MushroomResult, MeanInterval>> {
  readonly mushrooms: number
}

export async function measureMushrooms(onDone: OnDone): Promise<MushroomRow[]> {
  const jobs = PROOF_SEEDS.map((seed) => ({
    kind: 'mushroom' as const,
    job: { seed, settings: SETTINGS },
  }))
  const results = await runJobs(jobs, (done) => onDone(done, jobs.length))
  return MUSHROOM_MARKS.map((mushrooms, index) => {
    const of = (who: keyof MushroomResult) =>
      estimateMean(results.map((result) => result[who][index] ?? Number.NaN))
    return { mushrooms, ours: of('ours'), uniform: of('uniform'), majority: of('majority') }
  })
}
