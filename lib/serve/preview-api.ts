import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { fieldNameSchema, scalarSchema } from '@/lib/decision/condition'
import { armSchema } from '@/lib/decision/decision-record'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { explainedChoiceSchema } from '@/lib/learning/belief-api'
import { campaignIssueSchema } from '@/lib/campaigns/step'
import type { DeviceClass } from './parse-device'

// Written out: the browser need not load what parses user agents.
const DEVICE_CLASSES = [
  'desktop',
  'mobile',
  'tablet',
  'tv',
  'other',
] as const satisfies DeviceClass[]

const seedSchema = z.number().int().min(0).max(0xffffffff)

/** An imagined viewer: what a real request would tell about somebody. */
export const previewViewerSchema = z.object({
  deviceClass: z.enum(DEVICE_CLASSES).default('desktop'),
  /** Exactly these segments; null works them out from everything else. */
  segmentIds: z.array(z.string().max(40)).max(50).nullable().default(null),
  /** On the wall clock of the campaign; null is now. */
  hour: z.number().int().min(0).max(23).nullable().default(null),
  /** Values that win over what feeds say now: `weather.condition`, `stock.<id>`, `profile.tier` … */
  fields: z
    .record(fieldNameSchema, scalarSchema)
    .refine((fields) => Object.keys(fields).length <= 60, 'At most 60 fields')
    .default({}),
})
export type PreviewViewer = z.infer<typeof previewViewerSchema>

export const previewRequestSchema = z.object({
  size: adSizeSchema,
  /** One viewer each: the dice of the pilot and of the learner follow from it. */
  seeds: z.array(seedSchema).min(1).max(12),
  /**
   * `assembled`: a viewer in the pilot's dynamic part, so that rules and learner can be seen.
   * `as_split`: whoever comes, so that some see the benchmark.
   */
  split: z.enum(['assembled', 'as_split']).default('assembled'),
  as: previewViewerSchema.prefault({}),
  /** Sizes to show the same decision in, beside `size`. */
  sizes: z.array(adSizeSchema).max(adSizeSchema.options.length).default([]),
  /** Assets chosen by hand, by slot: shown instead of what the engine decided. */
  chosen: z
    .record(z.string().max(40), z.string().max(40))
    .refine((chosen) => Object.keys(chosen).length <= 20, 'At most 20 slots')
    .default({}),
})
export type PreviewRequest = z.infer<typeof previewRequestSchema>

export const previewQuerySchema = z.object({
  size: adSizeSchema.default('300x250'),
  seed: z.coerce.number().pipe(seedSchema).default(1),
})

const previewSlotSchema = z.object({
  slot: z.string(),
  kind: assetKindSchema,
  eligible: z.array(
    z.object({
      assetId: z.string(),
      name: z.string(),
      probability: z.number().nullable(),
      /** What `prefer` rules multiplied its chance by; 1 is nothing. */
      weight: z.number(),
      isChosen: z.boolean(),
    }),
  ),
  excluded: z.array(
    z.object({
      assetId: z.string(),
      name: z.string(),
      /** The rule that took it out, or else the pair that keeps it from being shown at all. */
      ruleName: z.string().nullable(),
      pair: z.string().nullable(),
      /** Or what its rights or approvals say against it. */
      limit: z.string().nullable(),
    }),
  ),
  /** The terms of the learner's model that spoke for what is shown; null where nothing was learnt. */
  choice: explainedChoiceSchema.nullable(),
})
export type PreviewSlot = z.infer<typeof previewSlotSchema>

/** The ad in one size, exactly as it would be served but for its links. */
const previewRenderingSchema = z.object({
  size: adSizeSchema,
  html: z.string(),
  weightBytes: z.number().int(),
  /** What this size may load at first (IAB). */
  limitBytes: z.number().int(),
  /** What a video adds afterwards. */
  laterBytes: z.number().int(),
  /** Copy that is too long for this size and ends in an ellipsis. */
  cutKinds: z.array(assetKindSchema),
  /** Slots that show another asset in this size than in the others. */
  overriddenSlots: z.array(z.string()),
})
export type PreviewRendering = z.infer<typeof previewRenderingSchema>

export const previewAdSchema = z.object({
  seed: seedSchema,
  arm: armSchema,
  /** Why this arm, in a sentence. */
  reason: z.string(),
  html: z.string(),
  weightBytes: z.number().int(),
  renderings: z.array(previewRenderingSchema),
  /** Somebody chose elements by hand: the chances are those of the engine’s own decision. */
  isByHand: z.boolean(),
  /** Chance of this very combination. */
  propensity: z.number(),
  slots: z.array(previewSlotSchema),
  rules: z.array(
    z.object({ ruleId: z.string(), name: z.string(), outcome: z.string(), text: z.string() }),
  ),
  /** What pairs brought along or kept out beside what is shown, in sentences. */
  pairs: z.array(z.string()),
  segments: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Null where the layout shows no products, or none are chosen. */
  products: z
    .object({
      /** So many must be in stock, or the picture is shown. */
      needed: z.number().int(),
      shown: z.array(
        z.object({
          ...{ id: z.string(), name: z.string() },
          priceMicros: z.number().int().nullable(),
          currency: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
})
export type PreviewAd = z.infer<typeof previewAdSchema>

export const previewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ok'),
    /** 0: nothing is learnt yet, chances are even. */
    policyVersion: z.number().int(),
    ads: z.array(previewAdSchema),
    /** What the decision knew about the viewer and the moment. */
    fields: z.record(z.string(), scalarSchema),
  }),
  z.object({ kind: z.literal('invalid'), issues: z.array(campaignIssueSchema) }),
])
export type Preview = z.infer<typeof previewSchema>
