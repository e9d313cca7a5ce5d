import type { Condition, Scalar } from '@/lib/decision/condition'
import { decide } from '@/lib/decision/decide'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import { resolveSegments } from '@/lib/decision/resolve-segments'
import { snapshotSchema, type Snapshot } from '@/lib/decision/snapshot'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { createRandom } from '@/lib/math/random'

/** Slots × assets of each campaign size. */
const CAMPAIGNS = { '10': [1, 10], '10000': [4, 10], '1000000': [6, 10] } as const
type Permutations = keyof typeof CAMPAIGNS

export interface DecisionBench {
  readonly medianMicros: Readonly<Record<Permutations, number>>
}

const RULES = 100
const CONTEXTS = 512
const ROUNDS = 8000
const DECISIONS_PER_ROUND = 16

const DEVICES = ['mobile', 'tablet', 'desktop']
const WEATHERS = ['rain', 'snow', 'clear', 'clouds']
const DAYPARTS = ['morning', 'afternoon', 'evening', 'night']

function compare(field: string, operator: 'equals' | 'atMost' | 'in', value: Scalar | Scalar[]) {
  return { kind: 'compare', field, operator, value } satisfies Condition
}

function conditionOf(index: number): Condition {
  const pick = <T>(values: readonly T[]): T => values[index % values.length] as T
  const of: Condition[] = [
    compare('weather.condition', 'equals', pick(WEATHERS)),
    index % 2 === 0
      ? compare(`stock.product-${index % 20}`, 'atMost', index % 30)
      : compare('device.class', 'in', [pick(DEVICES), 'watch']),
  ]
  if (index % 5 === 0) of.push({ kind: 'segment', segmentId: `segment-${index % 3}` })
  return { kind: 'all', of }
}

function buildCampaign(slotCount: number, assetCount: number): Snapshot {
  const slots = Array.from({ length: slotCount }, (_, slot) => ({
    key: `slot-${slot}`,
    kind: 'headline' as const,
    assetIds: Array.from({ length: assetCount }, (_, asset) => `asset-${slot}-${asset}`),
  }))
  const kinds = ['prefer', 'exclude', 'prefer', 'show'] as const
  return snapshotSchema.parse({
    formatVersion: 1,
    workspaceId: 'bench',
    campaignId: 'bench',
    campaignName: 'Bench',
    revision: 1,
    isSimulated: true,
    timeZone: 'UTC',
    flight: { startsAtMs: 0, endsAtMs: 4_000_000_000_000 },
    landingUrl: 'https://shop.example/',
    design: {
      template: 'classic',
      backgroundColor: '#ffffff',
      textColor: '#000000',
      accentColor: '#0000ff',
      accentTextColor: '#ffffff',
    },
    slots,
    assets: {},
    segments: ['gold', 'silver', 'bronze'].map((tier, index) => ({
      id: `segment-${index}`,
      name: tier,
      condition: compare('profile.tier', 'equals', tier),
    })),
    rules: Array.from({ length: RULES }, (_, index) => ({
      id: `rule-${index}`,
      name: `Rule ${index}`,
      priority: index + 1,
      condition: conditionOf(index),
      effect: {
        kind: kinds[index % kinds.length],
        slot: `slot-${index % slotCount}`,
        assetIds: [0, 3, 5, 7].map((step) => `asset-${index % slotCount}-${(index + step) % 10}`),
        ...(index % 2 === 0 ? { weight: 2 } : {}),
      },
    })),
    placements: [{ id: 'placement', name: 'Placement', size: '300x250', pageCategory: null }],
    experiment: {
      trafficShare: 1,
      holdoutShare: 0,
      benchmark: Object.fromEntries(slots.map((slot) => [slot.key, slot.assetIds[0]])),
      segmentIds: [],
    },
    learning: {
      reward: 'click',
      explorationFloor: 0.1,
      features: ['device', 'daypart', 'segment', 'weather'],
    },
  })
}

function buildContexts(): { fields: Record<string, Scalar>; purposes: [] }[] {
  const random = createRandom(20261123)
  const pick = (values: readonly string[]) =>
    values[Math.floor(random.next() * values.length)] ?? 'other'
  return Array.from({ length: CONTEXTS }, () => {
    const fields: Record<string, Scalar> = {
      'device.class': pick(DEVICES),
      'time.daypart': pick(DAYPARTS),
      'weather.condition': pick(WEATHERS),
      'profile.tier': pick(['gold', 'silver', 'bronze', 'none']),
    }
    for (let product = 0; product < 20; product++) {
      fields[`stock.product-${product}`] = Math.floor(random.next() * 60)
    }
    return { fields, purposes: [] }
  })
}

function measure(permutations: Permutations): number {
  const [slotCount, assetCount] = CAMPAIGNS[permutations]
  const prepared = prepareSnapshot(buildCampaign(slotCount, assetCount))
  const policy = createUniformPolicy(policySettingsOf(prepared.snapshot))
  const contexts = buildContexts()
  const samples: number[] = []
  let seed = 0
  let checksum = 0
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = process.hrtime.bigint()
    for (let turn = 0; turn < DECISIONS_PER_ROUND; turn++) {
      const context = contexts[seed % CONTEXTS]
      if (!context) continue
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
          seed: seed++,
          nowMs: 1_800_000_000_000,
        },
        policy,
      )
      checksum += record.propensity
    }
    const nanos = Number(process.hrtime.bigint() - startedAt)
    samples.push(nanos / 1000 / DECISIONS_PER_ROUND)
  }
  if (!(checksum > 0)) throw new Error('The decisions were not made.')
  // The first half warms the compiler up.
  const warm = samples.slice(ROUNDS / 2).sort((left, right) => left - right)
  return warm[Math.floor(warm.length / 2)] ?? Number.NaN
}

/**
 * Median microseconds of a whole decision (segments, 100 rules, policy draw, record) for
 * campaigns of 10, 10,000 and 1,000,000 permutations, over varied contexts and seeds.
 */
export function benchDecision(): DecisionBench {
  return {
    medianMicros: {
      '10': measure('10'),
      '10000': measure('10000'),
      '1000000': measure('1000000'),
    },
  }
}
