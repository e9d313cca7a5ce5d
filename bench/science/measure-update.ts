import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serialisePosterior } from '@/lib/learning/serialise-posterior'
import { createPosterior, type Posterior } from '@/lib/learning/posterior'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { createRandom } from '@/lib/math/random'
import { timeWork, type WorkTime } from '@/bench/time-work'
import { FEATURES, makeObservations, SLOTS } from './make-observations'

const IMPRESSIONS = 100_000
const BATCHES = 5

export interface UpdateCost {
  /** The first batch is learnt from nothing. */
  readonly first: WorkTime
  /** Of the others, the one that took most of the processor. */
  readonly later: WorkTime
  /** By how much the process grew at most while learning, beyond what the batch itself took. */
  readonly peakGrowthBytes: number
  /** Of the posterior as it is stored, before it is compressed. */
  readonly storedBytes: number
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const maxResidentBytes = () => process.resourceUsage().maxRSS * 1024

/** Learns 100,000 single impressions of 6 slots × 10 assets, a few times. A process of its own. */
export function measureUpdate(): UpdateCost {
  const random = createRandom(20261125)
  let posterior: Posterior = createPosterior({ slots: SLOTS, features: FEATURES })
  const times: WorkTime[] = []
  let peakGrowthBytes = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const observations = makeObservations(IMPRESSIONS, random)
    const residentBytes = maxResidentBytes()
    // What making the batch left behind is not the update's to sweep up.
    collectGarbage()
    const { result, time } = timeWork(() => updatePosterior(posterior, observations))
    times.push(time)
    peakGrowthBytes = Math.max(peakGrowthBytes, maxResidentBytes() - residentBytes)
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
  }
  const [first, ...others] = times
  const [later] = others.sort((a, b) => b.cpuMillis - a.cpuMillis)
  if (!first || !later) throw new Error('There are several batches.')
  return {
    first,
    later,
    peakGrowthBytes,
    storedBytes: Buffer.byteLength(serialisePosterior(posterior)),
  }
}
