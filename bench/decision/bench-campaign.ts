import type { Condition, Scalar } from '@/lib/decision/condition'
import { snapshotSchema, type Snapshot } from '@/lib/decision/snapshot'
import { createRandom } from '@/lib/math/random'

const RULES = 100
const CONTEXTS = 512

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

/** A campaign with a hundred rules, some of which read segments. */
export function buildCampaign(slotCount: number, assetCount: number): Snapshot {
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

/** Varied contexts, all of whose fields the campaign's rules read. */
export function buildContexts(): { fields: Record<string, Scalar>; purposes: [] }[] {
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
