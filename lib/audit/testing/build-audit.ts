import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { type AssetDetails, type AuditInput, NO_DETAILS } from '@/lib/audit/audit-input'
import type { CampaignDraft, DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { buildAsset, buildDraft } from '@/lib/campaigns/testing/build-draft'
import { PICTURE_BOXES } from '@/lib/assets/rendition-box'
import type { Condition } from '@/lib/decision/condition'
import { adSizeSchema, type AdSize } from '@/lib/decision/ad-size'

export const NOW_MS = Date.parse('2026-11-10T12:00:00Z')

export function buildDetails(change: Partial<AssetDetails> = {}): AssetDetails {
  return { ...NO_DETAILS, ...change }
}

export function buildText(id: string, text: string, change: Partial<DraftAsset> = {}): DraftAsset {
  return buildAsset(id, { kind: 'headline', name: text, text, ...change })
}

/** A picture that fits these sizes (all of them, when left out). */
export function buildPicture(
  id: string,
  change: Partial<DraftAsset> = {},
  sizes: readonly AdSize[] = adSizeSchema.options,
): DraftAsset {
  return buildAsset(id, {
    kind: 'image',
    name: `Picture ${id}`,
    altText: 'Boots in the rain',
    renditions: sizes.map((size) => ({
      size,
      format: 'webp',
      url: `/assets/blobs/${id}.webp`,
      ...PICTURE_BOXES[size],
      fileSizeBytes: 9_000,
    })),
    ...change,
  })
}

export function buildSlotOf(kind: DraftSlot['kind'], assets: DraftAsset[]): DraftSlot {
  return { key: kind, kind, assets: assets.map((asset) => ({ ...asset, kind })) }
}

export const IN_GERMAN: Condition = {
  kind: 'compare',
  field: 'locale.language',
  operator: 'equals',
  value: 'de',
}

/** `details` of assets by id; what is not named is plain. */
export function buildInput(
  draft: Partial<CampaignDraft>,
  details: Readonly<Record<string, Partial<AssetDetails>>> = {},
  change: Partial<AuditInput> = {},
): AuditInput {
  const whole = buildDraft({ segments: [], ...draft })
  const ids = whole.slots.flatMap(({ assets }) => assets.map(({ id }) => id))
  return {
    draft: whole,
    details: new Map(ids.map((id) => [id, buildDetails(details[id])])),
    kit: DEFAULT_BRAND_KIT,
    broken: [],
    nowMs: NOW_MS,
    ...change,
  }
}

export function placeIn(...sizes: AdSize[]): CampaignDraft['placements'] {
  return sizes.map((size) => ({ id: `p-${size}`, name: size, size, pageCategory: null }))
}
