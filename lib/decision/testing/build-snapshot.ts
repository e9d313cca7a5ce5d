import type { Condition, Operator, Scalar } from '@/lib/decision/condition'
import type { DecisionInput } from '@/lib/decision/decision-input'
import type { RuleEffect, Snapshot } from '@/lib/decision/snapshot'

export const FLIGHT = { startsAtMs: 1_700_000_000_000, endsAtMs: 1_900_000_000_000 }

export function compare(field: string, operator: Operator, value: Scalar | Scalar[]): Condition {
  return { kind: 'compare', field, operator, value }
}

export function rule(id: string, priority: number, condition: Condition, effect: RuleEffect) {
  return { id, name: `Rule ${id}`, priority, condition, effect }
}

/** A small valid campaign: a headline of four, an image of three, everybody in the pilot. */
export function buildSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  const slots: Snapshot['slots'] = overrides.slots ?? [
    { key: 'headline', kind: 'headline', assetIds: ['h1', 'h2', 'h3', 'h4'] },
    { key: 'image', kind: 'image', assetIds: ['i1', 'i2', 'i3'] },
  ]
  const assets = slots.flatMap((slot) =>
    slot.assetIds.map((id) => ({
      id,
      kind: slot.kind,
      name: `Asset ${id}`,
      text: null,
      altText: '',
      renditions: [],
    })),
  )
  return {
    formatVersion: 1,
    workspaceId: 'workspace',
    campaignId: 'campaign',
    campaignName: 'Campaign',
    revision: 3,
    isSimulated: false,
    timeZone: 'Europe/Berlin',
    flight: FLIGHT,
    landingUrl: 'https://shop.example/landing',
    design: {
      template: 'classic',
      backgroundColor: '#ffffff',
      textColor: '#000000',
      accentColor: '#0000ff',
      accentTextColor: '#ffffff',
    },
    slots,
    assets: Object.fromEntries(assets.map((asset) => [asset.id, asset])),
    segments: [],
    rules: [],
    constraints: [],
    placements: [{ id: 'placement', name: 'Placement', size: '300x250', pageCategory: null }],
    experiment: {
      trafficShare: 1,
      holdoutShare: 0,
      benchmark: Object.fromEntries(slots.map((slot) => [slot.key, slot.assetIds[0] ?? ''])),
      segmentIds: [],
    },
    learning: { reward: 'click', explorationFloor: 0.1, features: ['device'] },
    ...overrides,
  }
}

export function buildInput(overrides: Partial<DecisionInput> = {}): DecisionInput {
  return {
    id: '018f3b1e-7c00-7000-8000-000000000001',
    placementId: 'placement',
    size: '300x250',
    fields: {},
    segmentIds: [],
    purposes: ['basicAds'],
    feedVersion: 1,
    seed: 1,
    nowMs: 1_800_000_000_000,
    ...overrides,
  }
}
