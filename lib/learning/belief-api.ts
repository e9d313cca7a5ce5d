import { z } from 'zod'
import { rewardSchema } from '@/lib/decision/snapshot'

export const beliefSchema = z.object({
  assetId: z.string(),
  /** Estimated success rate in its slot, the other slots as they were of late; 90 % interval. */
  rate: z.object({ mean: z.number(), lower: z.number(), upper: z.number() }),
  probabilityBest: z.number(),
})

/** What the learner believes of a live campaign's elements. */
export const beliefsSchema = z.object({
  /** 0 before anything was learnt. */
  policyVersion: z.number().int(),
  reward: rewardSchema,
  slots: z.array(z.object({ slot: z.string(), assets: z.array(beliefSchema) })),
})
export type Beliefs = z.infer<typeof beliefsSchema>
