import { compileConstraints } from '@/lib/decision/compile-constraints'
import { decide } from '@/lib/decision/decide'
import { drawAssets } from '@/lib/decision/draw-assets'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { createPolicyTable } from '@/lib/decision/policy-table'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import { resolveSegments } from '@/lib/decision/resolve-segments'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { buildCampaign, buildContexts } from './decision/bench-campaign'
import { medianOf } from './median'

/** Slots × assets of each campaign size. */
const CAMPAIGNS = { '10': [1, 10], '10000': [4, 10], '1000000': [6, 10] } as const
type Permutations = keyof typeof CAMPAIGNS
type BySize = Readonly<Record<Permutations, number>>

export interface DecisionBench {
  /** Of a whole decision. */
  readonly medianMicros: BySize
  /** Of a bare draw from a compiled table. */
  readonly drawMicros: BySize
}

const ROUNDS = 8000
const DECISIONS_PER_ROUND = 16
const DRAWS_PER_ROUND = 100
/** Combinations that a learner leaves to a table. */
const LEARNT = 512

function measureDecision(permutations: Permutations): number {
  const [slotCount, assetCount] = CAMPAIGNS[permutations]
  const prepared = prepareSnapshot(buildCampaign(slotCount, assetCount))
  const policy = createUniformPolicy(policySettingsOf(prepared.snapshot))
  const contexts = buildContexts()
  return measureMedian(DECISIONS_PER_ROUND, (seed) => {
    const context = contexts[seed % contexts.length]
    if (!context) return 0
    const { record } = decide(
      prepared,
      {
        id: '018f3b1e-7c00-7000-8000-000000000001',
        placementId: 'placement',
        size: '300x250',
        fields: context.fields,
        segmentIds: resolveSegments(prepared, context),
        purposes: context.purposes,
        feedVersion: 1,
        seed,
        nowMs: 1_800_000_000_000,
      },
      policy,
    )
    return record.propensity
  })
}

function measureDraw(permutations: Permutations): number {
  const [slotCount, assetCount] = CAMPAIGNS[permutations]
  const { slots } = buildCampaign(slotCount, assetCount)
  const candidates = slots.map(({ key, assetIds }) => ({
    ...{ slot: key, assetIds, weights: assetIds.map(() => 1) },
  }))
  const constraints = compileConstraints([], candidates)
  const { picks } = constraints.drawRows(LEARNT, 1)
  const combinations = { picks, weights: new Float64Array(LEARNT).fill(1) }
  const table = createPolicyTable({
    ...{ candidates, combinations, constraints, explorationFloor: 0.05, seed: 1 },
  })
  return measureMedian(
    DRAWS_PER_ROUND,
    (seed) => drawAssets(candidates, table, seed)?.propensity ?? 0,
  )
}

/** Median microseconds of a turn; the first half of the rounds warms the compiler up. */
function measureMedian(turnsPerRound: number, turn: (index: number) => number): number {
  const samples: number[] = []
  let index = 0
  let checksum = 0
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = process.hrtime.bigint()
    for (let end = index + turnsPerRound; index < end; index++) checksum += turn(index)
    samples.push(Number(process.hrtime.bigint() - startedAt) / 1000 / turnsPerRound)
  }
  if (!(checksum > 0)) throw new Error('Nothing was decided or drawn.')
  return medianOf(samples.slice(ROUNDS / 2)) ?? Number.NaN
}

const measureAll = (measure: (permutations: Permutations) => number): BySize => ({
  '10': measure('10'),
  '10000': measure('10000'),
  '1000000': measure('1000000'),
})

/**
 * Median microseconds of a whole decision (segments, 100 rules, policy draw, record), over varied
 * contexts and seeds, and of the draw alone (assets and their chances from a compiled table), for
 * campaigns of 10, 10,000 and 1,000,000 permutations.
 */
export function benchDecision(): DecisionBench {
  return { medianMicros: measureAll(measureDecision), drawMicros: measureAll(measureDraw) }
}
