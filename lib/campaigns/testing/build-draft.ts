import type { CampaignDraft, DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import type { Objectives } from '@/lib/campaigns/objectives'
import type { Pilot } from '@/lib/campaigns/pilot'
import type { Condition } from '@/lib/decision/condition'
import type { Rule } from '@/lib/rules/rule'

export function buildAsset(id: string, change: Partial<DraftAsset> = {}): DraftAsset {
  const kind = change.kind ?? 'headline'
  const isPicture = kind === 'image' || kind === 'background' || kind === 'logo'
  return {
    id,
    kind,
    name: `Asset ${id}`,
    text: isPicture ? null : `Text ${id}`,
    altText: '',
    renditions: isPicture
      ? [
          {
            size: '300x250',
            format: 'webp',
            url: `/assets/blobs/${id}.webp`,
            widthPx: 300,
            heightPx: 150,
            fileSizeBytes: 9_000,
          },
        ]
      : [],
    state: 'approved',
    isPaused: false,
    ...change,
  }
}

export function buildSlot(kind: DraftSlot['kind'], ids: readonly string[]): DraftSlot {
  return { key: kind, kind, assets: ids.map((id) => buildAsset(id, { kind })) }
}

export const RAIN: Condition = {
  kind: 'compare',
  field: 'weather.condition',
  operator: 'equals',
  value: 'rain',
}

export function buildRule(id: string, change: Partial<Rule> = {}): Rule {
  return {
    id,
    name: `Rule ${id}`,
    enabled: true,
    priority: 1,
    condition: RAIN,
    effect: { kind: 'show', slot: 'headline', assetIds: ['h1'] },
    ...change,
  }
}

export const OBJECTIVES: Objectives = {
  goal: 'sales',
  kpi: 'ctr',
  targetValue: 0.02,
  baselineValue: null,
  currency: 'EUR',
  conversionValueMicros: 0,
  budgetMicros: 1_000_000,
  cpmMicros: 0,
  flightStartsAt: '2026-11-01T00:00:00Z',
  flightEndsAt: '2026-12-01T00:00:00Z',
  timeZone: 'Europe/Berlin',
  landingUrl: 'https://shop.example/',
  successCriteria: '',
}

export const PILOT: Pilot = {
  segmentIds: [],
  slotKeys: ['headline', 'image'],
  placementIds: ['p1'],
  trafficShare: 0.5,
  holdoutShare: 0.2,
  benchmark: { headline: 'h1', image: 'i1' },
  explorationFloor: 0.05,
}

/** A draft that can be published: two slots, one placement, everything approved. */
export function buildDraft(change: Partial<CampaignDraft> = {}): CampaignDraft {
  return {
    id: 'campaign',
    workspaceId: 'workspace',
    name: 'Campaign',
    status: 'draft',
    isSimulated: false,
    revision: 0,
    editVersion: 0,
    updatedAt: '2026-11-24T00:00:00Z',
    objectives: OBJECTIVES,
    design: DEFAULT_DESIGN,
    slots: [buildSlot('headline', ['h1', 'h2', 'h3']), buildSlot('image', ['i1', 'i2'])],
    segments: [{ id: 's1', name: 'Rainy', condition: RAIN }],
    rules: [],
    constraints: [],
    pilot: PILOT,
    placements: [{ id: 'p1', name: 'Placement', size: '300x250', pageCategory: null }],
    workspace: { profileCount: 0, sourceCount: 0, feeds: [] },
    ...change,
  }
}
