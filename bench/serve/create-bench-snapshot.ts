import type { Condition } from '@/lib/decision/condition'
import { type Snapshot, type SnapshotAsset, snapshotSchema } from '@/lib/decision/snapshot'

const SLOTS = ['image', 'logo', 'headline', 'body', 'cta'] as const
const ASSETS_PER_SLOT = 10
const RULES = 20
const HOUR_MS = 3_600_000

/** A campaign of 100,000 permutations, with 20 rules, 3 segments and live feeds. */
export function createBenchSnapshot(ids: {
  workspaceId: string
  campaignId: string
  placementId: string
  nowMs: number
  landingUrl: string
}): Snapshot {
  const assets = Object.fromEntries(
    SLOTS.flatMap((kind) =>
      Array.from({ length: ASSETS_PER_SLOT }, (_, index) => createAsset(kind, index)),
    ).map((asset) => [asset.id, asset]),
  )
  return snapshotSchema.parse({
    formatVersion: 1,
    workspaceId: ids.workspaceId,
    campaignId: ids.campaignId,
    campaignName: 'Autumn boots',
    revision: 1,
    isSimulated: true,
    timeZone: 'Europe/Amsterdam',
    flight: { startsAtMs: ids.nowMs - HOUR_MS, endsAtMs: ids.nowMs + 1_000 * HOUR_MS },
    landingUrl: ids.landingUrl,
    design: {
      template: 'classic',
      backgroundColor: '#ffffff',
      textColor: '#1c1a17',
      accentColor: '#2f49c6',
      accentTextColor: '#ffffff',
    },
    slots: SLOTS.map((kind) => ({ key: kind, kind, assetIds: listIds(kind) })),
    assets,
    segments: [
      { id: 'seg-loyal', name: 'Loyal', condition: compare('profile.tier', 'equals', 'gold') },
      {
        id: 'seg-phone',
        name: 'On a phone',
        condition: compare('device.class', 'equals', 'mobile'),
      },
      { id: 'seg-late', name: 'Late', condition: compare('time.hour', 'atLeast', 20) },
    ],
    rules: Array.from({ length: RULES }, (_, index) => createRule(index)),
    placements: [{ id: ids.placementId, name: 'Sidebar', size: '300x250', pageCategory: 'shoes' }],
    experiment: {
      trafficShare: 1,
      holdoutShare: 0.1,
      benchmark: Object.fromEntries(SLOTS.map((kind) => [kind, `${kind}-0`])),
      segmentIds: [],
    },
    learning: {
      reward: 'click',
      explorationFloor: 0.05,
      features: ['device', 'daypart', 'segment', 'weather'],
    },
  })
}

const listIds = (kind: string): string[] =>
  Array.from({ length: ASSETS_PER_SLOT }, (_, index) => `${kind}-${index}`)

function compare(
  field: string,
  operator: 'equals' | 'atLeast' | 'lessThan',
  value: string | number,
): Condition {
  return { kind: 'compare', field, operator, value }
}

function createAsset(kind: (typeof SLOTS)[number], index: number): SnapshotAsset {
  const isPicture = kind === 'image' || kind === 'logo'
  const sha256 = index.toString(16).padStart(2, '0').repeat(32)
  return {
    id: `${kind}-${index}`,
    kind,
    name: `${kind} ${index}`,
    text: isPicture ? null : `Warm, dry and made to last: ${kind} number ${index}`,
    altText: isPicture ? `Boots on a wooden bridge, ${index}` : '',
    renditions: isPicture
      ? [
          {
            size: '300x250',
            format: 'webp',
            url: `/assets/blobs/${sha256}.webp`,
            widthPx: 300,
            heightPx: 250,
            fileSizeBytes: 18_000,
          },
        ]
      : [],
  }
}

function createRule(index: number) {
  const conditions: Condition[] = [
    compare('weather.condition', 'equals', index % 2 === 0 ? 'rain' : 'sun'),
    compare('time.hour', 'lessThan', index + 2),
    { kind: 'segment', segmentId: index % 3 === 0 ? 'seg-phone' : 'seg-late' },
  ]
  const condition: Condition = { kind: index % 2 === 0 ? 'any' : 'all', of: conditions }
  const slot = SLOTS[index % SLOTS.length] ?? 'image'
  const assetIds = [`${slot}-${index % ASSETS_PER_SLOT}`]
  const effect =
    index % 4 === 0
      ? { kind: 'exclude', slot, assetIds }
      : { kind: 'prefer', slot, assetIds, weight: 2 }
  return { id: `rule-${index}`, name: `Rule ${index}`, priority: index + 1, condition, effect }
}
