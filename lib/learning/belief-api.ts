import { z } from 'zod'
import { contextFeatureSchema, rewardSchema } from '@/lib/decision/snapshot'

const intervalShape = { lower: z.number(), upper: z.number() }
/** Posterior mean and 90 % credible interval. */
export const believedSchema = z.object({ mean: z.number(), ...intervalShape })
export type Believed = z.infer<typeof believedSchema>

export const beliefSchema = z.object({
  assetId: z.string(),
  /** Estimated success rate in its slot, the other slots as they were of late. */
  rate: believedSchema,
  probabilityBest: z.number(),
})

const effectBeliefSchema = beliefSchema.extend({
  /** The rate (or what an impression earns) over the average of its slot, minus 1: 0.12 is +12 %. */
  effect: believedSchema,
  /** With which it is shown now, where no rule steps in, averaged over the contexts of late; null where unknown. */
  chance: z.number().nullable(),
})

const elementBeliefSchema = effectBeliefSchema.extend({
  /** In assembled ads, since the campaign began. */
  impressions: z.number().int(),
})
export type ElementBelief = z.infer<typeof elementBeliefSchema>

const explorationSchema = z.object({
  /** Share of ads that show something else than their context's favourite. */
  exploring: z.number(),
  /** The part of it that the campaign's floor makes sure of. */
  floor: z.number(),
})
export type ExplorationBelief = z.infer<typeof explorationSchema>

const slotBeliefsSchema = z.object({
  slot: z.string(),
  assets: z.array(elementBeliefSchema),
  /** Null where no ad can be put together. */
  exploration: explorationSchema.nullable(),
  /** For each value of the feature that was asked for, among the contexts of late. */
  byValue: z.array(
    z.object({
      value: z.string(),
      /** Share of the ads of late. */
      share: z.number(),
      assets: z.array(effectBeliefSchema),
    }),
  ),
})
export type BelievedSlot = z.infer<typeof slotBeliefsSchema>

const pairAssetSchema = z.object({ slot: z.string(), assetId: z.string() })
const periodSchema = z.object({ rate: z.number(), impressions: z.number() })

const fatigueSchema = z.object({
  slot: z.string(),
  assetId: z.string(),
  earlier: periodSchema,
  later: periodSchema,
  /** Against the rest of its slot, 95 % for one look: -0.2 is 20 % worse. */
  change: z.object({ value: z.number(), ...intervalShape }),
  adjustedP: z.number(),
})

/** What the learner believes of a live campaign's elements. */
export const beliefsSchema = z.object({
  /** 0 before anything was learnt. */
  policyVersion: z.number().int(),
  reward: rewardSchema,
  /** All that was ever learnt from. Exposures of which a success may still come count in part. */
  learntFrom: z.object({ impressions: z.number(), successes: z.number() }),
  /** What the campaign tells contexts apart by, and so can be split by. */
  features: z.array(contextFeatureSchema),
  slots: z.array(slotBeliefsSchema),
  /** Ads in which at least one slot explores; null where no ad can be put together. */
  exploringAds: z.number().nullable(),
  /** How much one standard deviation of each kind of effect changes the rate: 0.1 is ±10 %. */
  typicalEffects: z
    .object({ element: z.number(), elementInContext: z.number(), pair: z.number() })
    .nullable(),
  /** The strongest first. */
  pairs: z.array(
    z.object({ assets: z.tuple([pairAssetSchema, pairAssetSchema]), effect: believedSchema }),
  ),
  /** Elements that are hardly the best of their slot any more. */
  laggards: z.array(elementBeliefSchema.extend({ slot: z.string() })),
  /** Elements that do worse than they did; null where days contradict each other. */
  fatigue: z
    .object({
      comparedCount: z.number().int(),
      laterFrom: z.string().nullable(),
      tired: z.array(fatigueSchema),
    })
    .nullable(),
  /** Whether how weights depend on each other was lost, so that intervals are too narrow. */
  isApproximate: z.boolean(),
})
export type Beliefs = z.infer<typeof beliefsSchema>

export const beliefsQuerySchema = z.object({
  /** Also tell for each value of this feature. */
  splitBy: contextFeatureSchema.optional(),
})
export type BeliefsQuery = z.infer<typeof beliefsQuerySchema>

const termShape = { effect: z.number(), ...intervalShape }

/** Why one element was liked or not (`ExplainedChoice`); effects against the slot's average candidate. */
export const explainedChoiceSchema = z.object({
  effect: z.number(),
  isBestGuess: z.boolean(),
  terms: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('main'), ...termShape }),
      z.object({
        kind: z.literal('interaction'),
        feature: z.string(),
        value: z.string(),
        ...termShape,
      }),
      z.object({
        kind: z.literal('pair'),
        otherSlot: z.string(),
        otherAssetId: z.string(),
        ...termShape,
      }),
    ]),
  ),
})
export type ExplainedChoiceView = z.infer<typeof explainedChoiceSchema>
