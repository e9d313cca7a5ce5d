import { serialisePosterior } from '@/lib/learning/serialise-posterior'
import { createPosterior, type Posterior } from '@/lib/learning/posterior'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { createRandom } from '@/lib/math/random'
import { FEATURES, makeObservations, SLOTS } from './make-observations'

const IMPRESSIONS = 100_000
const BATCHES = 5

export interface UpdateCost {
  /** The first batch is learnt from nothing, the others on top of it; the slowest of those. */
  readonly firstMillis: number
  readonly laterMillis: number
  /** By how much the process grew at most while learning, beyond what the batch itself took. */
  readonly peakGrowthBytes: number
  /** Of the posterior as it is stored, before it is compressed. */
  readonly storedBytes: number
}

const maxResidentBytes = () => process.resourceUsage().maxRSS * 1024

/** Learns 100,000 single impressions of 6 slots × 10 assets, a few times. A process of its own. */
export function measureUpdate(): UpdateCost {
  const random = createRandom(20261125)
  let posterior: Posterior = createPosterior({ slots: SLOTS, features: FEATURES })
  const durations: number[] = []
  let peakGrowthBytes = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const observations = makeObservations(IMPRESSIONS, random)
    const residentBytes = maxResidentBytes()
    const startedAt = process.hrtime.bigint()
    const result = updatePosterior(posterior, observations)
    durations.push(Number(process.hrtime.bigint() - startedAt) / 1e6)
    peakGrowthBytes = Math.max(peakGrowthBytes, maxResidentBytes() - residentBytes)
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
  }
  return {
    firstMillis: durations[0] ?? Number.NaN,
    laterMillis: Math.max(...durations.slice(1)),
    peakGrowthBytes,
    storedBytes: Buffer.byteLength(serialisePosterior(posterior)),
  }
}
