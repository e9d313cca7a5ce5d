import type { AdSize } from '@/lib/decision/ad-size'
import { countTiles } from '@/lib/creatives/pick-products'
import {
  type Design,
  type Snapshot,
  type SnapshotAsset,
  snapshotSchema,
} from '@/lib/decision/snapshot'
import type { CampaignDraft, DraftAsset } from './campaign-draft'
import { checkDraft } from './check-draft'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { isStockField } from '@/lib/decision/stock-level'
import { rewardOf } from './objectives'
import { listServingSlots } from './serving-slots'
import type { CampaignIssue } from './step'

export type CompiledSnapshot =
  { kind: 'ok'; snapshot: Snapshot } | { kind: 'invalid'; issues: CampaignIssue[] }

/**
 * The one door into serving: a draft becomes an immutable snapshot of the given revision, or the
 * list of what a person has to mend. Only approved assets that are not paused are admitted, with
 * when and where they may be shown, plus the approved assets of the benchmark (a pause takes an
 * element out of dynamic ads only). Pictures are those of the placements' sizes, and of `moreSizes`
 * for a look at the others.
 */
export function compileSnapshot(
  draft: CampaignDraft,
  revision: number,
  moreSizes: readonly AdSize[] = [],
): CompiledSnapshot {
  const issues = checkDraft(draft)
  const { objectives, pilot } = draft
  if (issues.length > 0 || !objectives || !pilot) return { kind: 'invalid', issues }

  const slots = listServingSlots(draft)
  const admitted = new Set([
    ...slots.flatMap(({ assetIds }) => assetIds),
    ...Object.values(pilot.benchmark),
    ...(draft.design.overrides ?? []).map(({ showAssetId }) => showAssetId),
  ])
  const placements = draft.placements.filter(({ id }) => pilot.placementIds.includes(id))
  const sizes = new Set([...placements.map(({ size }) => size), ...moreSizes])
  const assets = draft.slots
    .flatMap((slot) => slot.assets)
    .filter(({ id }) => admitted.has(id))
    .map((asset) => toSnapshotAsset(asset, sizes))

  return {
    kind: 'ok',
    snapshot: snapshotSchema.parse({
      formatVersion: 1,
      workspaceId: draft.workspaceId,
      campaignId: draft.id,
      campaignName: draft.name,
      revision,
      isSimulated: draft.isSimulated,
      timeZone: objectives.timeZone,
      flight: {
        startsAtMs: Date.parse(objectives.flightStartsAt),
        endsAtMs: Date.parse(objectives.flightEndsAt),
      },
      landingUrl: objectives.landingUrl,
      design: toSnapshotDesign(draft.design, sizes),
      slots,
      assets: Object.fromEntries(assets.map((asset) => [asset.id, asset])),
      segments: draft.segments,
      rules: compileRules(draft),
      constraints: draft.constraints,
      placements,
      experiment: {
        trafficShare: pilot.trafficShare,
        holdoutShare: pilot.holdoutShare,
        benchmark: Object.fromEntries(draft.slots.map(({ key }) => [key, pilot.benchmark[key]])),
        segmentIds: pilot.segmentIds,
      },
      learning: {
        reward: rewardOf(objectives.kpi),
        explorationFloor: pilot.explorationFloor,
        ...(pilot.halfLifeDays !== undefined && { halfLifeDays: pilot.halfLifeDays }),
        features: [
          'device',
          'daypart',
          'segment',
          'weather',
          ...(readsStock(draft) ? ['stock'] : []),
        ],
      },
    }),
  }
}

/** Stock is learnt by only where rules or segments say which products matter. */
function readsStock({ rules, segments }: CampaignDraft): boolean {
  return [...rules.filter(({ enabled }) => enabled), ...segments].some(({ condition }) =>
    listConditionReferences(condition).fields.some(isStockField),
  )
}

function compileRules(draft: CampaignDraft): Snapshot['rules'] {
  return draft.rules
    .filter(({ enabled }) => enabled)
    .map(({ id, name, priority, condition, effect }) => ({ id, name, priority, condition, effect }))
}

/** Products only where a size shows them, and of those what it shows. */
function toSnapshotDesign(design: Design, sizes: ReadonlySet<AdSize>): Design {
  const { products, ...rest } = design
  const showing = new Set([...sizes].filter((size) => countTiles(design, size) > 0))
  if (!products || showing.size === 0) return rest
  return {
    ...rest,
    products: products.map((product) => ({
      ...product,
      renditions: product.renditions.filter(({ size }) => showing.has(size)),
    })),
  }
}

/** Only what the placements can show of it: every serving process holds all snapshots in memory. */
function toSnapshotAsset(asset: DraftAsset, sizes: ReadonlySet<AdSize>): SnapshotAsset {
  const { state: _state, isPaused: _isPaused, ...snapshotAsset } = asset
  const renditions = asset.renditions.filter(({ size }) => sizes.has(size))
  return { ...snapshotAsset, renditions }
}
