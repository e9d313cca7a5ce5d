import { createCampaign } from '@/lib/campaigns/server/create-campaign'
import { publishCampaign } from '@/lib/campaigns/server/publish-campaign'
import {
  saveObjectives,
  savePilot,
  saveRules,
  saveSegments,
  saveSlots,
} from '@/lib/campaigns/server/save-steps'
import type { Objectives } from '@/lib/campaigns/objectives'
import type { Database } from '@/lib/db/client'
import type { SaveSlots } from '@/lib/campaigns/campaign-api'
import type { AssetKind } from '@/lib/decision/snapshot'
import type { Placement } from '@/lib/placements/placement'
import type { Segment } from '@/lib/segments/segment'
import type { Actor } from '@/lib/workspaces/permission'
import type { DemoAsset } from './demo-assets'
import { PICTURED_PRODUCTS } from './demo-feeds'
import { createRules } from './demo-rules'

const DAY_MS = 86_400_000
const SLOTS = ['image', 'headline', 'body', 'cta', 'logo'] as const satisfies readonly AssetKind[]
/** The static ad that a shop like this would have run. */
const BENCHMARK = {
  image: 'Harbour bike',
  headline: 'Your next favourite jacket',
  body: 'Chosen by people who would rather be out there.',
  cta: 'See the collection',
  logo: 'Wordmark',
} as const
const DESIGN: SaveSlots['design'] = {
  template: 'classic',
  backgroundColor: '#fbf7ee',
  textColor: '#17302c',
  accentColor: '#1f4a43',
  accentTextColor: '#ffffff',
}

export interface DemoMaterial {
  readonly assets: readonly DemoAsset[]
  readonly segments: readonly Segment[]
  readonly placements: readonly Placement[]
  readonly shopUrl: string
  readonly nowMs: number
}

/** The campaign that serves: all seven steps, through the saves that a person's browser makes. */
export async function createLiveCampaign(
  db: Database,
  actor: Actor,
  material: DemoMaterial,
): Promise<string> {
  const { assets, segments, placements } = material
  const idOf = (name: string) => findId(assets, name)
  const created = await createCampaign(db, actor, 'Autumn outdoors')
  const { id } = created
  let { editVersion } = await saveObjectives(db, actor, id, {
    editVersion: created.editVersion,
    name: 'Autumn outdoors',
    objectives: liveObjectives(material),
  })
  const slots = SLOTS.map((kind) => ({ key: kind, kind, assetIds: idsOfApproved(assets, kind) }))
  ;({ editVersion } = await saveSlots(db, actor, id, { editVersion, design: DESIGN, slots }))
  const segmentIds = segments.map((segment) => segment.id)
  ;({ editVersion } = await saveSegments(db, actor, id, { editVersion, segmentIds }))
  const rules = createRules(idOf, segmentIds[0] ?? '')
  ;({ editVersion } = await saveRules(db, actor, id, { editVersion, rules }))
  await savePilot(db, actor, id, {
    editVersion,
    pilot: {
      segmentIds: [],
      slotKeys: [...SLOTS],
      placementIds: placements.map((placement) => placement.id),
      trafficShare: 1,
      holdoutShare: 0.15,
      benchmark: Object.fromEntries(SLOTS.map((slot) => [slot, idOf(BENCHMARK[slot])])),
      explorationFloor: 0.05,
    },
  })
  await publishCampaign(db, actor, id)
  return id
}

/** A campaign that somebody has begun: some steps done, one that needs attention, some untouched. */
export async function createDraftCampaign(
  db: Database,
  actor: Actor,
  material: DemoMaterial,
): Promise<string> {
  const { assets, segments, nowMs } = material
  const created = await createCampaign(db, actor, 'Winter early access')
  const { id } = created
  let { editVersion } = await saveObjectives(db, actor, id, {
    editVersion: created.editVersion,
    name: 'Winter early access',
    objectives: {
      ...liveObjectives(material),
      goal: 'leads',
      kpi: 'conversion_rate',
      targetValue: 0.04,
      baselineValue: null,
      flightStartsAt: new Date(nowMs + 14 * DAY_MS).toISOString(),
      flightEndsAt: new Date(nowMs + 60 * DAY_MS).toISOString(),
      successCriteria: 'Sign-ups for early access, before the first of December.',
    },
  })
  const winter = ['Winter is coming. Good.', 'First tracks, second skin']
  const slots = [
    {
      key: 'image',
      kind: 'image' as const,
      assetIds: ['Fresh powder', 'Northern lights'].map((name) => findId(assets, name)),
    },
    {
      key: 'headline',
      kind: 'headline' as const,
      assetIds: winter.map((name) => findId(assets, name)),
    },
  ]
  const design: SaveSlots['design'] = {
    ...{ ...DESIGN, template: 'grid' },
    products: [...PICTURED_PRODUCTS],
  }
  ;({ editVersion } = await saveSlots(db, actor, id, { editVersion, design, slots }))
  const mountain = segments.slice(1, 2).map((segment) => segment.id)
  await saveSegments(db, actor, id, { editVersion, segmentIds: mountain })
  return id
}

function liveObjectives({ shopUrl, nowMs }: DemoMaterial): Objectives {
  const todayMs = nowMs - (nowMs % DAY_MS)
  return {
    goal: 'sales',
    kpi: 'ctr',
    targetValue: 0.06,
    baselineValue: 0.04,
    currency: 'EUR',
    conversionValueMicros: 118_000_000,
    budgetMicros: 24_000_000_000,
    cpmMicros: 14_000_000,
    flightStartsAt: new Date(todayMs - DAY_MS).toISOString(),
    flightEndsAt: new Date(todayMs + 90 * DAY_MS).toISOString(),
    timeZone: 'UTC',
    landingUrl: shopUrl,
    successCriteria:
      'A click rate of 6 % or more, and a lift over the static ad whose interval lies above zero. The traffic is simulated.',
  }
}

function idsOfApproved(assets: readonly DemoAsset[], kind: AssetKind): string[] {
  return assets.filter((asset) => asset.kind === kind && asset.isApproved).map(({ id }) => id)
}

function findId(assets: readonly DemoAsset[], name: string): string {
  const asset = assets.find((candidate) => candidate.name === name)
  if (!asset) throw new Error(`The seed has no asset “${name}”.`)
  return asset.id
}
