import { z } from 'zod'
import { adSizeSchema } from './ad-size'
import { assetLimitsSchema } from './asset-limits'
import { conditionSchema } from './condition'
import { constraintSchema } from './constraint'
import { teamTemplateSchema } from './team-template'

const idSchema = z.string().min(1).max(40)
const ratioSchema = z.number().min(0).max(1)

export const assetKindSchema = z.enum([
  'image',
  'logo',
  'background',
  'headline',
  'body',
  'cta',
  'disclaimer',
  'theme',
  'video',
])
export type AssetKind = z.infer<typeof assetKindSchema>

export const snapshotRenditionSchema = z.object({
  size: adSizeSchema,
  format: z.string(),
  /** Device pixels per CSS pixel of the screens it is for; 1 when left out. */
  density: z.union([z.literal(1), z.literal(2)]).optional(),
  url: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  fileSizeBytes: z.number().int(),
  /** Where the focal point lies inside this rendition; the middle when left out. */
  focalX: ratioSchema.optional(),
  focalY: ratioSchema.optional(),
})

const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/)

/** The colours of a design, and of a theme that replaces them. */
export const colorsSchema = z.object({
  backgroundColor: colorSchema,
  textColor: colorSchema,
  accentColor: colorSchema,
  accentTextColor: colorSchema,
})
export type Colors = z.infer<typeof colorsSchema>

/** What may stand between quotes in CSS, and in an attribute, as it is. */
export const fontFamilySchema = z.string().regex(/^[\p{L}\p{N} -]{1,60}$/u)

const fontSchema = z.object({
  /** The first that the viewer's device has is shown. */
  families: z.array(fontFamilySchema).min(1).max(20),
  /** How wide text may be in any of them, beside the fonts that ads are measured in. */
  widthRatio: z.number().min(1).max(2),
})

/** A brand's own fonts: of headlines, and of everything else. */
export const designFontsSchema = z.object({ heading: fontSchema, body: fontSchema })
export type DesignFonts = z.infer<typeof designFontsSchema>

export const snapshotVideoSchema = z.object({
  url: z.string(),
  contentType: z.enum(['video/mp4', 'video/webm']),
  fileSizeBytes: z.number().int().nonnegative(),
  /** What stays in sight where it is cropped; the middle when left out. */
  focalX: ratioSchema.optional(),
  focalY: ratioSchema.optional(),
})
export type SnapshotVideo = z.infer<typeof snapshotVideoSchema>

export const snapshotAssetSchema = z.object({
  id: idSchema,
  kind: assetKindSchema,
  name: z.string(),
  text: z.string().nullable(),
  altText: z.string(),
  /** Of a video: crops of its poster. */
  renditions: z.array(snapshotRenditionSchema),
  /** BCP 47 tag of the copy; left out where it was not kept. */
  locale: z.string().max(35).optional(),
  /** Of kind `theme` only. */
  theme: colorsSchema.optional(),
  /** Of kind `video` only. */
  video: snapshotVideoSchema.optional(),
  /** SHA-256 (hex) of the content that was approved. */
  contentSha256: z.string().optional(),
  ...assetLimitsSchema.shape,
})
export type SnapshotAsset = z.infer<typeof snapshotAssetSchema>

/** So many products of a feed a campaign may offer. */
export const MAX_PRODUCTS = 24

/** A product of the stock feed, as ads show it. */
export const snapshotProductSchema = z.object({
  /** Its key in the feed. */
  id: z.string().min(1).max(50),
  name: z.string(),
  /** Of one piece, in millionths of the currency, when it was published; null shows no price. */
  priceMicros: z.number().int().nonnegative().nullable(),
  /** ISO 4217; null where no price is known. */
  currency: z.string().length(3).nullable(),
  /** Its page in the shop. */
  landingUrl: z.url({ protocol: /^https?$/ }).nullable(),
  /** Crops of its picture; none while it was not fetched. */
  renditions: z.array(snapshotRenditionSchema),
})
export type SnapshotProduct = z.infer<typeof snapshotProductSchema>

/**
 * What a rule does to one slot when its condition holds.
 * `show`: only these assets remain (if any of them is eligible). `exclude`: these go.
 * `prefer`: the learner's chance of these is multiplied by `weight` (> 1) and renormalised.
 */
export const ruleEffectSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('show'),
    slot: z.string(),
    assetIds: z.array(idSchema).min(1).max(200),
  }),
  z.object({
    kind: z.literal('exclude'),
    slot: z.string(),
    assetIds: z.array(idSchema).min(1).max(200),
  }),
  z.object({
    kind: z.literal('prefer'),
    slot: z.string(),
    assetIds: z.array(idSchema).min(1).max(200),
    weight: z.number().gt(1).max(100),
  }),
])
export type RuleEffect = z.infer<typeof ruleEffectSchema>

/** `value`: what conversions are worth, not only that there are any. */
export const rewardSchema = z.enum(['click', 'conversion', 'value', 'engagement'])
export type Reward = z.infer<typeof rewardSchema>

/** Context features the learner tells apart. A cell is one value of each. */
export const contextFeatureSchema = z.enum(['device', 'daypart', 'segment', 'weather', 'stock'])
export type ContextFeature = z.infer<typeof contextFeatureSchema>

/**
 * In one ad size another asset of the same slot's kind is shown: instead of one asset, or of
 * whichever was chosen. What was decided, and its chance, stay as they are.
 */
export const sizeOverrideSchema = z.object({
  size: adSizeSchema,
  slot: z.string().min(1).max(40),
  /** Null stands for every asset of the slot. */
  assetId: idSchema.nullable(),
  showAssetId: idSchema,
})
export type SizeOverride = z.infer<typeof sizeOverrideSchema>

export const designSchema = colorsSchema.extend({
  template: z.enum(['classic', 'overlay', 'split', 'editorial', 'spotlight', 'grid']),
  /** From the brand kit when it was published; left out where the kit names none. */
  fonts: designFontsSchema.optional(),
  /** The first that applies wins. */
  overrides: z.array(sizeOverrideSchema).max(200).optional(),
  /** For layouts that show products: the first that are in stock are shown. */
  products: z.array(snapshotProductSchema).max(MAX_PRODUCTS).optional(),
  /** A team's own template, in the version that is shown; it stands in for `template`. */
  team: teamTemplateSchema.optional(),
})
export type Design = z.infer<typeof designSchema>

/** The compiled, immutable form of a published campaign: all that serving ever reads of it. */
export const snapshotSchema = z.object({
  formatVersion: z.literal(1),
  workspaceId: idSchema,
  campaignId: idSchema,
  campaignName: z.string(),
  revision: z.number().int().positive(),
  isSimulated: z.boolean(),
  timeZone: z.string(),
  /** Milliseconds since the epoch; outside of it the benchmark serves and nothing is learnt. */
  flight: z.object({ startsAtMs: z.number().int(), endsAtMs: z.number().int() }),
  landingUrl: z.url({ protocol: /^https?$/ }),
  design: designSchema,
  slots: z
    .array(z.object({ key: z.string(), kind: assetKindSchema, assetIds: z.array(idSchema).min(1) }))
    .min(1),
  /** Every asset named anywhere in this snapshot, by id. */
  assets: z.record(idSchema, snapshotAssetSchema),
  /** The campaign's segments, the most important first: a viewer's first match is the primary one. */
  segments: z.array(z.object({ id: idSchema, name: z.string(), condition: conditionSchema })),
  rules: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      priority: z.number().int(),
      condition: conditionSchema,
      effect: ruleEffectSchema,
    }),
  ),
  /** Which assets go together or never do, in every context. */
  constraints: z.array(constraintSchema).default([]),
  placements: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      size: adSizeSchema,
      pageCategory: z.string().nullable(),
    }),
  ),
  experiment: z.object({
    /** Share of the eligible traffic inside the pilot; the rest sees the benchmark, unmeasured. */
    trafficShare: ratioSchema,
    /** Share of the pilot's traffic randomised to the benchmark, as its control. */
    holdoutShare: ratioSchema,
    /** The static creative: one asset for each slot. */
    benchmark: z.record(z.string(), idSchema),
    /** Only viewers of these segments enter the pilot; empty means everybody. */
    segmentIds: z.array(idSchema),
  }),
  learning: z.object({
    /** What counts as a success of a decision. */
    reward: rewardSchema,
    /** Chance shared evenly among the eligible assets of every slot, 0 to 1. */
    explorationFloor: z.number().min(0.001).max(1),
    features: z.array(contextFeatureSchema),
    /** What was seen so many days ago counts half; for ever in full, if left out. */
    halfLifeDays: z.number().positive().optional(),
  }),
})
export type Snapshot = z.infer<typeof snapshotSchema>
