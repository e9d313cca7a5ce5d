import { z } from 'zod'
import { adSizeSchema } from './ad-size'
import { scalarSchema } from './condition'

/** A product that was in stock, with what it cost then; null showed no price. */
export const shownProductSchema = z.object({
  id: z.string(),
  priceMicros: z.number().int().nonnegative().nullable(),
})
export type ShownProduct = z.infer<typeof shownProductSchema>

export const armSchema = z.enum([
  /** Assembled by rules and learner. */
  'dynamic',
  /** The benchmark, by random holdout: the control of the experiment. */
  'holdout',
  /** The benchmark, because the viewer is outside the pilot: not part of the experiment. */
  'outside',
  /** The benchmark, because something failed or nothing was eligible. */
  'fallback',
])
export type Arm = z.infer<typeof armSchema>

/**
 * One decision, complete enough to be replayed bit for bit from the snapshot of `revision`
 * and the policy of `policyVersion`. Travels sealed in the token; stored with the first event.
 */
export const decisionRecordSchema = z.object({
  v: z.literal(1),
  /** UUIDv7; its time is `decidedAtMs`. */
  id: z.uuid(),
  workspaceId: z.string(),
  campaignId: z.string(),
  placementId: z.string(),
  size: adSizeSchema,
  revision: z.number().int(),
  policyVersion: z.number().int(),
  feedVersion: z.number().int(),
  /** Unsigned 32-bit seed of every random choice in the decision. */
  seed: z.number().int().min(0).max(0xffffffff),
  decidedAtMs: z.number().int(),
  arm: armSchema,
  reason: z.string(),
  /** Chosen asset of each slot. */
  assets: z.record(z.string(), z.string()),
  /** Chance of each slot's asset, whatever the other slots show; 1 where nothing was drawn. */
  propensities: z.record(z.string(), z.number()),
  /** Chance of the whole combination given the arm; slots need not be independent. */
  propensity: z.number().gt(0).max(1),
  /** The learner's context cell: value of each feature of the snapshot. */
  cell: z.record(z.string(), z.string()),
  /** The gated context fields that this campaign's rules and segments read; never `profile.*`. */
  fields: z.record(z.string(), scalarSchema),
  segmentIds: z.array(z.string()),
  firedRuleIds: z.array(z.string()),
  purposes: z.array(z.string()),
  landingUrl: z.string(),
  isSimulated: z.boolean(),
  /** In the place of the picture, in this order; left out where none is shown. */
  products: z.array(shownProductSchema).optional(),
})
export type DecisionRecord = z.infer<typeof decisionRecordSchema>
