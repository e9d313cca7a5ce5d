import { labelSlot } from '@/lib/assets/label-slot'
import type { CampaignDraft, DraftAsset } from '@/lib/campaigns/campaign-draft'
import { type AssetFit, estimateCharacterLimit, fitAsset } from '@/lib/creatives/asset-fit'
import { layoutOf } from '@/lib/creatives/layouts'
import { canShow, overrideOf } from '@/lib/creatives/resolve-assets'
import { type Layout, shownKinds } from '@/lib/creatives/template'
import { adSizeSchema, type AdSize } from '@/lib/decision/ad-size'
import type { AssetKind } from '@/lib/decision/snapshot'
import { type AssetDetails, type AuditInput, NO_DETAILS } from './audit-input'
import { type AuditLocale, countsForLocale, listLocales } from './audit-locale'
import { standingOf, type Standing } from './standing'

export const SIZES = adSizeSchema.options

/** One asset in one slot, with everything worked out that does not depend on the viewer. */
export interface Element {
  readonly slotIndex: number
  readonly asset: DraftAsset
  readonly details: AssetDetails
  readonly hasText: boolean
  readonly standing: Standing
  /** Of each of the ground's locales, whether it counts for viewers of it. */
  readonly speaks: readonly boolean[]
  /** One of each ad size, in the order of `SIZES`. */
  readonly fits: readonly AssetFit[]
}

export interface GroundSlot {
  readonly index: number
  readonly key: string
  readonly kind: AssetKind
  readonly label: string
  readonly elements: readonly Element[]
  /** Of each ad size, whether its layout has a place for this kind. */
  readonly hasRoom: readonly boolean[]
  /** Of each ad size, about how many characters it shows; null for what is no copy. */
  readonly characterLimits: readonly (number | null)[]
}

/** Who an ad is for: one of the campaign's segments, or whoever is in none of them (null). */
export interface Audience {
  readonly segmentId: string | null
  readonly label: string
}

/** What every part of an audit stands on. */
export interface AuditGround {
  readonly draft: CampaignDraft
  readonly nowMs: number
  /** Null before the objectives are set. */
  readonly flight: { readonly startsAtMs: number; readonly endsAtMs: number } | null
  readonly layouts: readonly Layout[]
  readonly slots: readonly GroundSlot[]
  /** Indexes into `SIZES` of the sizes that have placements; of all before there is any. */
  readonly placed: readonly number[]
  readonly hasPlacements: boolean
  readonly audiences: readonly Audience[]
  readonly locales: readonly AuditLocale[]
  readonly omittedLocaleCount: number
}

export function layGround({ draft, details, nowMs }: AuditInput): AuditGround {
  const layouts = SIZES.map((size) => layoutOf(draft.design, size))
  const detailsOf = (asset: DraftAsset) => details.get(asset.id) ?? NO_DETAILS
  const { locales, omittedCount } = findLocales(draft, detailsOf, nowMs)
  const flight = draft.objectives && {
    startsAtMs: Date.parse(draft.objectives.flightStartsAt),
    endsAtMs: Date.parse(draft.objectives.flightEndsAt),
  }
  const slots = draft.slots.map(({ key, kind, assets }, index): GroundSlot => {
    return {
      ...{ index, key, kind, label: labelSlot(key, kind) },
      elements: assets.map((asset) => {
        const own = detailsOf(asset)
        const hasText = asset.text !== null
        return {
          ...{ slotIndex: index, asset, details: own, hasText },
          standing: standingOf(asset, own, nowMs),
          speaks: locales.map(({ tag }) => countsForLocale({ ...own, hasText }, tag)),
          fits: fitAll(draft, key, asset, layouts),
        }
      }),
      hasRoom: layouts.map((layout) => shownKinds(layout).has(kind)),
      characterLimits: layouts.map((layout) => estimateCharacterLimit(kind, layout)),
    }
  })
  const placedSizes = new Set<AdSize>(draft.placements.map(({ size }) => size))
  return {
    ...{ draft, nowMs, flight, layouts, slots, locales, omittedLocaleCount: omittedCount },
    placed: SIZES.flatMap((size, index) =>
      placedSizes.size === 0 || placedSizes.has(size) ? [index] : [],
    ),
    hasPlacements: placedSizes.size > 0,
    audiences: [
      {
        segmentId: null,
        label: draft.segments.length > 0 ? 'Whoever is in no segment' : 'Everybody',
      },
      ...draft.segments.map(({ id, name }) => ({ segmentId: id, label: name })),
    ],
  }
}

/** Languages of the copy that is meant to be shown, and those that segments and rules ask for. */
function findLocales(
  { slots, segments, rules }: CampaignDraft,
  detailsOf: (asset: DraftAsset) => AssetDetails,
  nowMs: number,
) {
  const copyLocales = slots.flatMap(({ assets }) =>
    assets.flatMap((asset) => {
      const own = detailsOf(asset)
      return asset.text !== null && standingOf(asset, own, nowMs).kind !== 'out' ? own.locale : []
    }),
  )
  const active = [...segments, ...rules.filter(({ enabled }) => enabled)]
  return listLocales(
    copyLocales,
    active.map(({ condition }) => condition),
  )
}

/** Whether an element is meant to be shown, approved already or not. */
export function counted({ standing }: Element): boolean {
  return standing.kind !== 'out'
}

export function isReady({ standing }: Element): boolean {
  return standing.kind === 'ready'
}

/** The sizes that matter for a slot: placed ones that have room for it. */
export function placedWithRoom(ground: AuditGround, slot: GroundSlot): number[] {
  return ground.placed.filter((size) => slot.hasRoom[size])
}

/** How an asset does in each size: where the design overrides it, how the other one does. */
function fitAll(
  { design, slots }: CampaignDraft,
  slot: string,
  asset: DraftAsset,
  layouts: readonly Layout[],
): AssetFit[] {
  return layouts.flatMap((layout, index) => {
    const size = SIZES[index]
    if (!size) return []
    const shownId = overrideOf(design, slot, asset.id, size)
    const other =
      shownId === asset.id
        ? undefined
        : slots.flatMap(({ assets }) => assets).find(({ id }) => id === shownId)
    const shown = other?.kind === asset.kind && canShow(other, size) ? other : asset
    return [fitAsset(shown, layout, size)]
  })
}
