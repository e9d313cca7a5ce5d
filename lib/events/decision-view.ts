import { z } from 'zod'
import { armSchema, decisionRecordSchema } from '@/lib/decision/decision-record'
import type { DecisionExplanation } from '@/lib/decision/explain-decision'
import { assetKindSchema, ruleEffectSchema } from '@/lib/decision/snapshot'
import { beliefSchema, explainedChoiceSchema } from '@/lib/learning/belief-api'
import { eventKindSchema } from './event'

const explainedSlotSchema = z.object({
  slot: z.string(),
  kind: assetKindSchema,
  eligible: z.array(
    z.object({
      assetId: z.string(),
      name: z.string(),
      probability: z.number().nullable(),
      weight: z.number(),
      isChosen: z.boolean(),
    }),
  ),
  excluded: z.array(
    z.object({
      assetId: z.string(),
      name: z.string(),
      /** The rule that took it out, or else the pair that keeps it from being shown at all. */
      ruleId: z.string().nullable(),
      ruleName: z.string().nullable(),
      pair: z.string().nullable(),
      /** Or what its rights or approvals say against it. */
      limit: z.string().nullable(),
    }),
  ),
  chosenAssetId: z.string().nullable(),
  propensity: z.number(),
})

/** `DecisionExplanation` (lib/decision) as the API says it. */
const explanationSchema = z.object({
  decisionId: z.string(),
  decidedAtMs: z.number(),
  revision: z.number(),
  policyVersion: z.number(),
  feedVersion: z.number(),
  seed: z.number(),
  arm: armSchema,
  reason: z.object({ code: z.string(), text: z.string() }),
  propensity: z.number(),
  slots: z.array(explainedSlotSchema),
  rules: z.array(
    z.object({
      ruleId: z.string(),
      name: z.string(),
      priority: z.number(),
      effect: ruleEffectSchema,
      outcome: z.string(),
      removedAssetIds: z.array(z.string()),
      text: z.string(),
    }),
  ),
  /** What pairs brought along or kept out beside what was shown, in sentences. */
  pairs: z.array(z.string()),
  cell: decisionRecordSchema.shape.cell,
  fields: decisionRecordSchema.shape.fields,
  segments: z.array(z.object({ id: z.string(), name: z.string() })),
  purposes: z.array(z.string()),
})

const replaySchema = z.discriminatedUnion('kind', [
  /** Deciding again gave the same record, bit for bit. */
  z.object({ kind: z.literal('identical') }),
  z.object({
    kind: z.literal('different'),
    differences: z.array(
      z.object({ path: z.string(), recorded: z.unknown(), replayed: z.unknown() }),
    ),
  }),
  /** The policy of that version, or the revision, is no longer kept. */
  z.object({ kind: z.literal('unavailable'), detail: z.string() }),
])

export const storedEventSchema = z.object({
  kind: eventKindSchema,
  /** Page number of an engagement, the caller's id of a conversion, else empty. */
  key: z.string(),
  receivedAt: z.iso.datetime(),
  /** Why it is kept but not counted; null when it counts. */
  invalidReason: z.string().nullable(),
  valueMicros: z.number(),
  orderId: z.string().nullable(),
  durationMs: z.number(),
})
export type StoredEvent = z.infer<typeof storedEventSchema>

export const decisionViewSchema = z.object({
  record: decisionRecordSchema,
  /** Of its revision; null when that is no longer kept. */
  campaignName: z.string().nullable(),
  /** What the ad was laid out by: a built-in layout, or a version of a team's template. */
  template: z.object({ name: z.string(), version: z.number().int().nullable() }).nullable(),
  /** The ad as it looked: a whole HTML document. Null when the revision is no longer kept. */
  html: z.string().nullable(),
  explanation: explanationSchema.nullable(),
  /** What the learner believed of each element in this decision's context; empty before it learnt. */
  beliefs: z.array(
    z.object({
      slot: z.string(),
      assets: z.array(beliefSchema),
      /** The terms of the model that spoke for or against what was shown. */
      choice: explainedChoiceSchema.nullable(),
    }),
  ),
  replay: replaySchema,
  events: z.array(storedEventSchema),
})
/** What explain shows of one decision. */
export type DecisionView = Omit<z.infer<typeof decisionViewSchema>, 'explanation'> & {
  explanation: DecisionExplanation | null
}

export const decisionSummarySchema = z.object({
  id: z.string(),
  decidedAt: z.iso.datetime(),
  placementId: z.string(),
  size: z.string(),
  arm: armSchema,
  reason: z.string(),
  assets: z.record(z.string(), z.string()),
  /** Names of the assets, in the order of the slots. */
  assetNames: z.array(z.string()),
  /** Kinds of its events that count. */
  counted: z.array(eventKindSchema),
  /** Why its events do not count, where none does. */
  invalidReason: z.string().nullable(),
  segmentIds: z.array(z.string()),
  revision: z.number(),
  policyVersion: z.number(),
})
export type DecisionSummary = z.infer<typeof decisionSummarySchema>
